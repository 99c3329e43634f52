import { bayesianInterval } from "@matinee/engines";
import { findSimilarMovies, type Prediction } from "@matinee/recommender";
import type { Resolvers } from "../../generated/resolver-types.ts";
import { toGlobalId } from "../node/global-id.ts";
import { readLimit } from "../node/paging.ts";
import { pageCast } from "../people/page-cast.ts";

export const movieResolvers: Resolvers = {
  Query: {
    movie: async (_parent, { by }, { services, loaders }) => {
      const { movies } = services.repositories;
      if (by.id != null) return loaders.movieByGlobalId(by.id);
      const found =
        by.imdb != null
          ? await movies.findByImdbId(by.imdb)
          : by.tmdb != null
            ? await movies.findByTmdbId(by.tmdb)
            : await movies.findBySlug(by.slug ?? "");
      return found ?? null;
    },
  },
  Movie: {
    id: ({ key }) => toGlobalId("Movie", key),
    genres: async ({ id }, _arguments, { loaders }) => loaders.genresOf(id),
    ratingInterval: async ({ ratingCount, halfStarSum }, _arguments, { loaders }) => {
      if (ratingCount === 0) return null;
      const { mean, weight } = await loaders.ratingPrior();
      return bayesianInterval({ count: ratingCount, sum: halfStarSum / 2 }, { priorMean: mean, priorCount: weight });
    },
    ratingHistogram: ({ histogram }) => histogram.map((count, index) => ({ stars: (index + 1) / 2, count })),
    links: ({ imdbId, tmdbId, wikipediaPage }) => ({
      imdb: imdbId === null ? null : `https://www.imdb.com/title/${imdbId}/`,
      tmdb: tmdbId === null ? null : `https://www.themoviedb.org/movie/${tmdbId}`,
      wikipedia: wikipediaPage === null ? null : wikipediaUrl(wikipediaPage),
    }),
    similar: ({ id }, { by, limit }, { services }) =>
      findSimilarMovies(services.snapshots.get().snapshot, id, {
        basis: by ?? "BLEND",
        limit: readLimit(limit, 12, "limit", 50),
      }),
    viewerRating: async ({ id }, _arguments, { loaders, viewer }) => {
      const rating = await loaders.viewerRating(id);
      return rating && { ...rating, accountId: (await viewer.get()).accountId };
    },
    viewerPrediction: ({ id }, _arguments, { loaders }) => loaders.viewerPrediction(id),
    viewerHasInWatchlist: () => false,
    viewerHasDismissed: () => false,
    directors: ({ id }, _arguments, { loaders }) => loaders.creditsOf(id, { role: "director", after: 0 }),
    writers: ({ id }, _arguments, { loaders }) => loaders.creditsOf(id, { role: "writer", after: 0 }),
    cast: ({ id }, { first, after }, { loaders }) => pageCast(loaders, id, readLimit(first, 10), after),
    themes: ({ id }, _arguments, { loaders }) => loaders.themesOf(id),
  },
  Prediction: {
    interval: ({ low, high, level }: Prediction) => ({ low, high, level }),
  },
  SimilarMovie: {
    movie: ({ movieId }, _arguments, { loaders }) => loaders.getMovie(movieId),
  },
};

/** Spaces are underscores in the addresses of articles. */
function wikipediaUrl(page: string): string {
  return `https://en.wikipedia.org/wiki/${encodeURIComponent(page.replaceAll(" ", "_"))}`;
}
