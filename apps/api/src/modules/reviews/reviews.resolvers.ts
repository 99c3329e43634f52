import { z } from "zod";
import type { Resolvers } from "../../generated/resolver-types.ts";
import { movieNotFound, unauthenticated } from "../errors/user-errors.ts";
import { toGlobalId } from "../node/global-id.ts";
import { readCursor, readLimit, toCursor } from "../node/paging.ts";
import { deleteReview, updateReview, writeReview } from "./reviews.manager.ts";

const reviewCursor = z.tuple([z.iso.datetime(), z.number().int()]);
const shownWords = 10;

export const reviewsResolvers: Resolvers = {
  Mutation: {
    writeReview: async (_parent, { input }, { services, loaders, viewer }) => {
      const known = await viewer.findKnown();
      if (!known) return { review: null, userErrors: [unauthenticated()] };
      const movie = await loaders.movieByGlobalId(input.movieId);
      if (!movie) return { review: null, userErrors: [movieNotFound(["input", "movieId"])] };
      const result = await writeReview(services, known.viewerId, movie, input.text);
      if ("error" in result) return { review: null, userErrors: [result.error] };
      loaders.forgetReviews(movie.id);
      return { ...result, userErrors: [] };
    },
    updateReview: async (_parent, { input }, { services, loaders, viewer }) => {
      const known = await viewer.findKnown();
      if (!known) return { review: null, userErrors: [unauthenticated()] };
      const result = await updateReview(services, known.viewerId, input.id, input.text);
      if ("error" in result) return { review: null, userErrors: [result.error] };
      loaders.forgetReviews(result.review.movieId);
      return { ...result, userErrors: [] };
    },
    deleteReview: async (_parent, { input }, { services, loaders, viewer }) => {
      const failed = { deletedId: null, movie: null };
      const known = await viewer.findKnown();
      if (!known) return { ...failed, userErrors: [unauthenticated()] };
      const result = await deleteReview(services, known.viewerId, input.id);
      if ("error" in result) return { ...failed, userErrors: [result.error] };
      const { movieId } = result.review;
      loaders.forgetReviews(movieId);
      return { deletedId: input.id, movie: await loaders.getMovie(movieId), userErrors: [] };
    },
  },
  Movie: {
    reviews: async ({ id }, { first, after }, { loaders }) => {
      const cursor = readCursor(after, reviewCursor);
      const { reviews, hasNextPage } = await loaders.reviewsOf(id, {
        first: readLimit(first, 10),
        after: cursor ? { sortedAt: new Date(cursor[0]), id: cursor[1] } : undefined,
      });
      const edges = reviews.map((node) => ({ cursor: toCursor([node.sortedAt.toISOString(), node.id]), node }));
      return { movieId: id, edges, pageInfo: { hasNextPage, endCursor: edges.at(-1)?.cursor ?? null } };
    },
    reviewSummary: async ({ id }, _arguments, { loaders }) => {
      const { count, positiveCount } = await loaders.reviewSummary(id);
      return { count, positiveShare: count === 0 ? null : positiveCount / count };
    },
    viewerReview: ({ id }, _arguments, { loaders }) => loaders.viewerReview(id),
  },
  ReviewConnection: {
    totalCount: async ({ movieId }, _arguments, { loaders }) => (await loaders.reviewSummary(movieId)).count,
  },
  Review: {
    id: ({ id }) => toGlobalId("Review", String(id)),
    source: ({ source, viewerId }) => (viewerId === null ? source : null),
    stars: ({ halfStars }) => halfStars && halfStars / 2,
    sentiment: (review) => review,
    writtenAt: ({ writtenAt }) => writtenAt?.toISOString() ?? null,
    movie: ({ movieId }, _arguments, { loaders }) => loaders.getMovie(movieId),
  },
  Sentiment: {
    label: ({ sentiment }) => sentiment,
    score: ({ positiveProbability }) => positiveProbability,
    words: ({ text }, _arguments, { services }) => services.sentiment.explain(text).words.slice(0, shownWords),
  },
};
