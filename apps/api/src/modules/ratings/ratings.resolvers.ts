import type { Resolvers } from "../../generated/resolver-types.ts";
import { findStarsError, movieNotFound, unauthenticated } from "../errors/user-errors.ts";
import { toGlobalId } from "../node/global-id.ts";

export const ratingsResolvers: Resolvers = {
  Mutation: {
    rateMovie: async (_parent, { input }, { services, loaders, viewer }) => {
      const failed = { rating: null, viewer: null };
      const known = await viewer.findKnown();
      if (!known) return { ...failed, userErrors: [unauthenticated()] };
      const starsError = findStarsError(input.stars, ["input", "stars"]);
      if (starsError) return { ...failed, userErrors: [starsError] };
      const movie = await loaders.movieByGlobalId(input.movieId);
      if (!movie) return { ...failed, userErrors: [movieNotFound(["input", "movieId"])] };

      const { viewerId, accountId } = known;
      const rating = { movieId: movie.id, halfStars: input.stars * 2, ratedAt: new Date() };
      await services.repositories.ratings.rate({ viewerId, ...rating });
      loaders.forgetMovie(movie.id);
      services.bus.publish("viewerChanged", { viewerId });
      return { rating: { ...rating, accountId }, viewer: await viewer.reload(), userErrors: [] };
    },
    unrateMovie: async (_parent, { input }, { services, loaders, viewer }) => {
      const failed = { movie: null, viewer: null };
      const known = await viewer.findKnown();
      if (!known) return { ...failed, userErrors: [unauthenticated()] };
      const movie = await loaders.movieByGlobalId(input.movieId);
      if (!movie) return { ...failed, userErrors: [movieNotFound(["input", "movieId"])] };

      const { viewerId } = known;
      const wasRated = await services.repositories.ratings.unrate(viewerId, movie.id);
      loaders.forgetMovie(movie.id);
      if (wasRated) services.bus.publish("viewerChanged", { viewerId });
      return { movie: await loaders.getMovie(movie.id), viewer: await viewer.reload(), userErrors: [] };
    },
  },
  Rating: {
    id: async ({ accountId, movieId }, _arguments, { loaders }) =>
      toGlobalId("Rating", `${accountId}:${(await loaders.getMovie(movieId)).key}`),
    stars: ({ halfStars }) => halfStars / 2,
    ratedAt: ({ ratedAt }) => ratedAt.toISOString(),
    movie: ({ movieId }, _arguments, { loaders }) => loaders.getMovie(movieId),
  },
};
