import type { Resolvers } from "../../generated/resolver-types.ts";
import { toMovieFilter } from "../catalog/movie-filter.ts";
import { readLimit, sliceList } from "../node/paging.ts";
import { searchMovies } from "./search.manager.ts";

export const searchResolvers: Resolvers = {
  Query: {
    search: async (_parent, { query, mode, filter, first, after }, { services }) => {
      const limit = readLimit(first, 20);
      const movies = await searchMovies(services, {
        query,
        mode: mode ?? "HYBRID",
        filter: await toMovieFilter(services.repositories, filter),
      });
      const page = sliceList(movies, limit, after);
      return { ...page, edges: page.edges.map(({ cursor, item }) => ({ cursor, found: item })) };
    },
  },
  SearchEdge: {
    score: ({ found }) => found.score,
    matchedBy: ({ found }) => found.matchedBy,
    node: ({ found }, _arguments, { loaders }) => loaders.getMovie(found.movieId),
  },
};
