import { randomInt } from "node:crypto";
import type { Resolvers } from "../../generated/resolver-types.ts";
import { unauthenticated } from "../errors/user-errors.ts";
import { readLimit } from "../node/paging.ts";
import { onboard } from "./onboarding.manager.ts";

/** The movies to choose from are well known: as many as this of an era. */
const wellKnown = 50;

export const onboardingResolvers: Resolvers = {
  Query: {
    onboardingMovies: async (_parent, { era, limit }, { services, loaders }) => {
      const count = readLimit(limit, 15, "limit", wellKnown);
      const ids = await services.repositories.onboarding.listMostRated({ era: era ?? "ANY", limit: wellKnown });
      for (let last = ids.length - 1; last > 0; last--) {
        const other = randomInt(last + 1);
        [ids[last], ids[other]] = [ids[other], ids[last]];
      }
      return Promise.all(ids.slice(0, count).map((id) => loaders.getMovie(id)));
    },
  },
  Mutation: {
    onboard: async (_parent, { input }, { services, loaders, viewer }) => {
      const known = await viewer.findKnown();
      if (!known) return { viewer: null, userErrors: [unauthenticated()] };
      const userErrors = await onboard(services, loaders, known.viewerId, input);
      return { viewer: userErrors.length > 0 ? null : await viewer.reload(), userErrors };
    },
  },
};
