import type { Resolvers } from "../../generated/resolver-types.ts";
import { readLimit } from "../node/paging.ts";
import { listTrending } from "./trending.manager.ts";

export const trendingResolvers: Resolvers = {
  Query: {
    trending: async (_parent, { genre, window, first }, { services }) => {
      const limit = readLimit(first, 20);
      const { asOf, windowUsed, items } = await listTrending(services, {
        window: window ?? "ALL_TIME",
        genre: genre ?? null,
        limit,
      });
      return {
        asOf: asOf?.toISOString() ?? null,
        windowUsed,
        edges: items.map((item, index) => ({ ...item, rank: index + 1 })),
      };
    },
  },
  TrendingEdge: {
    node: ({ itemId }, _arguments, { loaders }) => loaders.getMovie(itemId),
  },
};
