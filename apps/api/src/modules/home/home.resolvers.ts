import type { Resolvers } from "../../generated/resolver-types.ts";
import { listHomeSections } from "./home.manager.ts";

export const homeResolvers: Resolvers = {
  Query: {
    home: async (_parent, _arguments, { services, viewer }) => {
      const profile = await services.profiles.get(await viewer.get());
      const { snapshot } = services.snapshots.get();
      return { sections: await listHomeSections({ services, snapshot, profile }) };
    },
  },
};
