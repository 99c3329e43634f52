import type { Resolvers } from "../../generated/resolver-types.ts";
import { listExternalRatings } from "./external-ratings.ts";

export const enrichmentResolvers: Resolvers = {
  Query: {
    enrichment: async (_parent, _arguments, { services }) => {
      const progress = (await services.enrichment?.progress()) ?? [];
      return progress.map(({ name, status, message, total, answered, found }) => ({
        ...{ name, status, message },
        ...{ movieCount: total, answeredCount: answered, foundCount: found },
      }));
    },
    attributions: (_parent, _arguments, { services }) => services.attributions.list(),
  },
  Movie: {
    trailer: async ({ id }, _arguments, { loaders }) => {
      const key = (await loaders.enrichmentOf(id))?.trailerKey;
      if (!key) return null;
      return {
        url: `https://www.youtube.com/watch?v=${key}`,
        embedUrl: `https://www.youtube-nocookie.com/embed/${key}`,
      };
    },
    backdropUrl: async ({ id }, _arguments, { loaders }) => {
      const path = (await loaders.enrichmentOf(id))?.backdropPath;
      return path ? `https://image.tmdb.org/t/p/w1280${path}` : null;
    },
    awards: async ({ id }, _arguments, { loaders }) => (await loaders.enrichmentOf(id))?.awards ?? null,
    externalRatings: async ({ id }, _arguments, { loaders }) => listExternalRatings(await loaders.enrichmentOf(id)),
  },
};
