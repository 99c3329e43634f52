import type { Resolvers } from "../../generated/resolver-types.ts";
import { toGlobalId } from "../node/global-id.ts";
import { readLimit } from "../node/paging.ts";

export const peopleResolvers: Resolvers = {
  Person: {
    id: ({ key }) => toGlobalId("Person", key),
    movies: async ({ id }, { first, after }, { loaders }) => {
      const { edges, hasNextPage } = await loaders.moviesOfPerson(id, {
        first: readLimit(first, 20),
        after: after ?? undefined,
      });
      return {
        totalCount: () => loaders.movieCountOfPerson(id),
        pageInfo: { hasNextPage, endCursor: edges.at(-1)?.cursor ?? null },
        edges: edges.map(({ cursor, movie }) => ({ cursor, node: movie })),
      };
    },
  },
};
