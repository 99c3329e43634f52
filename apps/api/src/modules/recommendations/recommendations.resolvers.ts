import type { Resolvers } from "../../generated/resolver-types.ts";
import { toMovieFilter } from "../catalog/movie-filter.ts";
import { ApiError } from "../errors/api-error.ts";
import { toGlobalId } from "../node/global-id.ts";
import { readLimit } from "../node/paging.ts";
import { pageForViewer, pageFromFavorites } from "./recommendations.manager.ts";

/** The most favorites that one list starts from. */
const maximumFavorites = 50;

export const recommendationsResolvers: Resolvers = {
  Viewer: {
    recommendations: async (viewer, { strategy, weights, diversity, filter, first, after }, { services }) =>
      pageForViewer(
        services,
        { viewerId: viewer.viewerId, profile: await services.profiles.get(viewer) },
        {
          strategy: strategy ?? "AUTO",
          diversity: diversity ?? 0,
          ...(weights ? { weights } : {}),
          ...(filter ? { filter: await toMovieFilter(services.repositories, filter) } : {}),
        },
        { first: readLimit(first, 20), after },
      ),
  },
  Query: {
    recommendFromFavorites: async (_parent, { favorites, first, after }, { services, loaders }) => {
      if (favorites.length < 1 || favorites.length > maximumFavorites) {
        throw new ApiError("BAD_USER_INPUT", `Name 1 to ${maximumFavorites} favorites.`);
      }
      const movies = await Promise.all(favorites.map((id) => loaders.movieByGlobalId(id)));
      if (movies.includes(null)) {
        const unknown = favorites[movies.indexOf(null)];
        throw new ApiError("BAD_USER_INPUT", `The catalog has no movie with the id "${unknown}".`);
      }
      const ids = movies.flatMap((movie) => movie?.id ?? []);
      return pageFromFavorites(services, ids, { first: readLimit(first, 10), after });
    },
  },
  RecommendationConnection: {
    listId: ({ frozen }) => toGlobalId("List", frozen.listId),
    strategyUsed: ({ frozen }) => frozen.list.strategyUsed,
    routedBecause: ({ frozen }) => frozen.list.routedBecause,
    models: ({ frozen }) => frozen.list.models,
  },
  Recommendation: {
    movie: ({ movieId }, _arguments, { loaders }) => loaders.getMovie(movieId),
  },
  RatingContribution: {
    movie: ({ movieId }, _arguments, { loaders }) => loaders.getMovie(movieId),
  },
};
