import type { Resolvers } from "../../generated/resolver-types.ts";
import { toMovieFilter } from "../catalog/movie-filter.ts";
import { readLimit, sliceList } from "../node/paging.ts";
import { matchedBy } from "./matched-by.ts";
import { searchMovies } from "./search.manager.ts";

export const searchResolvers: Resolvers = {
  Query: {
    search: async (_parent, { query, mode, filter, first, after }, { services }) => {
      const limit = readLimit(first, 20);
      const { terms, movies } = await searchMovies(services, {
        query,
        mode: mode ?? "HYBRID",
        filter: toMovieFilter(filter),
      });
      const page = sliceList(movies, limit, after);
      return { ...page, edges: page.edges.map(({ cursor, item }) => ({ cursor, terms, found: item })) };
    },
  },
  SearchEdge: {
    score: ({ found }) => found.score,
    matchedBy: async ({ found, terms }, _arguments, { loaders }) => {
      const [movie, genres] = await Promise.all([loaders.getMovie(found.movieId), loaders.genresOf(found.movieId)]);
      return matchedBy(
        movie,
        genres.map(({ name }) => name),
        terms,
        found,
      );
    },
    node: ({ found }, _arguments, { loaders }) => loaders.getMovie(found.movieId),
  },
};
