import type { DataReport } from "@matinee/workflows";
import type { Resolvers } from "../../generated/resolver-types.ts";

export const dataResolvers: Resolvers = {
  Query: {
    dataReport: async (_parent, _arguments, { services }) => {
      const stored = await services.repositories.dataReports.latest<DataReport>();
      return stored ? { ...stored.report, measuredAt: stored.measuredAt.toISOString() } : null;
    },
  },
};
