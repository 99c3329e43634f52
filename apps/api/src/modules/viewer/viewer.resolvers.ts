import { z } from "zod";
import type { Resolvers } from "../../generated/resolver-types.ts";
import { toGlobalId } from "../node/global-id.ts";
import { emptyPage, readCursor, readLimit, toCursor } from "../node/paging.ts";

const ratingCursor = z.tuple([z.iso.datetime(), z.number().int()]);

export const viewerResolvers: Resolvers = {
  Query: {
    viewer: (_parent, _arguments, { viewer }) => viewer.get(),
  },
  Mutation: {
    signInAnonymously: async (_parent, _arguments, { services, viewer, setCookies }) => {
      const known = await viewer.findKnown();
      if (known) return { token: await viewer.findToken(), viewer: known, userErrors: [] };
      const session = await services.identity.signInAnonymously();
      setCookies(session.cookies);
      return { token: session.token, viewer: await viewer.signIn(session), userErrors: [] };
    },
  },
  Viewer: {
    id: ({ accountId }) => toGlobalId("Viewer", accountId),
    ratingCount: async (viewer, _arguments, { services }) => (await services.profiles.get(viewer)).ratings.length,
    preferences: ({ era }) => ({ era }),
    ratings: async ({ viewerId, accountId }, { first, after }, { services }) => {
      const limit = readLimit(first, 50);
      if (viewerId === null) return { ...emptyPage, viewerId: null };
      const cursor = readCursor(after, ratingCursor);
      const page = await services.repositories.ratings.pageByViewer(
        viewerId,
        limit,
        cursor ? { ratedAt: new Date(cursor[0]), movieId: cursor[1] } : undefined,
      );
      const edges = page.ratings.map((rating) => ({
        cursor: toCursor([rating.ratedAt.toISOString(), rating.movieId]),
        node: { ...rating, accountId },
      }));
      return { edges, viewerId, pageInfo: { hasNextPage: page.hasNextPage, endCursor: edges.at(-1)?.cursor ?? null } };
    },
    watchlist: () => emptyPage,
    dismissed: () => emptyPage,
    export: () => null,
  },
  RatingConnection: {
    totalCount: ({ viewerId }, _arguments, { services }) =>
      viewerId === null ? 0 : services.repositories.ratings.countByViewer(viewerId),
  },
};
