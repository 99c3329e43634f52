import type { Resolvers } from "../../generated/resolver-types.ts";
import { toGlobalId } from "../node/global-id.ts";
import { readLimit } from "../node/paging.ts";
import { toMovieFilter } from "./movie-filter.ts";

export const catalogResolvers: Resolvers = {
  Query: {
    movies: async (_parent, { filter: input, sort, first, after }, { services, loaders }) => {
      const limit = readLimit(first, 24);
      const { movies } = services.repositories;
      const filter = await toMovieFilter(services.repositories, input);
      const page = await movies.listPage({
        filter,
        sort: sort ?? "AVERAGE_RATING_DESC",
        first: limit,
        after: after ?? undefined,
      });
      loaders.remember(page.edges.map(({ movie }) => movie));
      return {
        totalCount: () => movies.count(filter),
        pageInfo: { hasNextPage: page.hasNextPage, endCursor: page.edges.at(-1)?.cursor ?? null },
        edges: page.edges.map(({ cursor, movie }) => ({ cursor, node: movie })),
      };
    },
    genres: (_parent, _arguments, { services }) => services.repositories.genres.list(),
  },
  MovieConnection: {
    totalCount: ({ totalCount }) => (typeof totalCount === "function" ? totalCount() : totalCount),
  },
  Genre: {
    id: ({ slug }) => toGlobalId("Genre", slug),
    movieCount: ({ slug, movieCount }, _arguments, { loaders }) => movieCount ?? loaders.genreMovieCount(slug),
  },
};
