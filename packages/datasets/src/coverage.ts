import type { SourceCatalog } from "./dataset.types.ts";

/** Shares, 0 to 1. */
export interface Coverage {
  readonly moviesWithOverview: number;
  readonly ratingsWithOverview: number;
  readonly ratingsWithOverviewAndCast: number;
}

/** How much of a catalog has texts: by movie, and by rating, so that what people watch counts more. */
export function measureCoverage({ movies, ratings }: Pick<SourceCatalog, "movies" | "ratings">): Coverage {
  const share = (count: number, total: number) => (total === 0 ? 0 : count / total);
  let [overview, both] = [0, 0];
  for (const index of ratings.movies) {
    if (movies[index].overview === null) continue;
    overview++;
    if (movies[index].cast.length > 0) both++;
  }
  return {
    moviesWithOverview: share(movies.filter((movie) => movie.overview !== null).length, movies.length),
    ratingsWithOverview: share(overview, ratings.movies.length),
    ratingsWithOverviewAndCast: share(both, ratings.movies.length),
  };
}
