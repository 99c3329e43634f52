import type { Resolvers } from "../../generated/resolver-types.ts";
import { readLimit } from "../node/paging.ts";
import type { VisitorStatsParent } from "./presence.ts";
import { watchVisitorStats } from "./watch-visitor-stats.ts";

export const visitorsResolvers: Resolvers = {
  Query: {
    visitorStats: (_parent, _arguments, { services }) => services.presence.getStats(),
  },
  Subscription: {
    visitorStats: {
      subscribe: (_parent, _arguments, { services }) => watchVisitorStats(services.presence, services.bus),
      resolve: (stats: VisitorStatsParent) => stats,
    },
  },
  VisitorStats: {
    pages: ({ pages }, { limit }) => pages.slice(0, readLimit(limit, 20, "limit")),
  },
};
