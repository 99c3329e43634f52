// From the database's statistics to the report.
import { type DataStatistics, sparsityGroups } from "@matinee/db";
import type { DataReport } from "./data-report.types.ts";
import { giniOf, quantilesOf, shareBelow, shareOfTop } from "./frequencies.ts";

const tailShares = [0.01, 0.05, 0.1, 0.2, 0.5];

/** Of what is stored; what is expected of it and what was done to it comes from elsewhere. */
export function makeReport(statistics: DataStatistics): Omit<DataReport, "expectations" | "treatments"> {
  const { movieCount, viewerCount, ratingCount, histogram, viewersByCount, moviesByCount } = statistics;
  const count = (value: number, of: number) => (of === 0 ? 0 : value / of);
  return {
    movieCount,
    viewerCount,
    ratingCount,
    density: count(ratingCount, movieCount * viewerCount),
    ratingsPerViewer: quantilesOf(viewersByCount),
    ratingsPerMovie: quantilesOf(moviesByCount),
    ratingHistogram: histogram.map((bin, index) => ({ stars: (index + 1) / 2, count: bin })),
    meanStars: meanOf(
      histogram.reduce((sum, bin, index) => sum + bin * (index + 1), 0),
      ratingCount,
    ),
    ratingsByYear: ratingsByYear(statistics),
    ratingsByMonth: statistics.months.map(({ month, ratingCount: ratings, halfStarSum, viewerCount: viewers }) => ({
      month,
      count: ratings,
      meanStars: halfStarSum / 2 / ratings,
      viewerCount: viewers,
    })),
    longTail: tailShares.map((movieShare) => ({ movieShare, ratingShare: shareOfTop(moviesByCount, movieShare) })),
    gini: giniOf(moviesByCount),
    coldStart: {
      moviesWithoutRating: shareBelow(moviesByCount, 1),
      moviesUnderFive: shareBelow(moviesByCount, 5),
      viewersUnderFive: shareBelow(viewersByCount, 5),
      viewersUnderTwenty: shareBelow(viewersByCount, 20),
    },
    genres: statistics.genres.map(withMean),
    genreCorrelations: genreCorrelations(statistics),
    decades: statistics.decades.map(withMean),
    coverage: statistics.coverage.map((field) => ({
      field: field.field,
      movieShare: count(field.movieCount, movieCount),
      ratingShare: count(field.ratingCount, ratingCount),
    })),
    provenance: statistics.provenance,
    sparsity: sparsityOf(statistics),
  };
}

function withMean<Counted extends { readonly halfStarSum: number; readonly ratingCount: number }>({
  halfStarSum,
  ...counted
}: Counted) {
  return { ...counted, meanStars: meanOf(halfStarSum, counted.ratingCount) };
}

const meanOf = (halfStars: number, ratings: number) => (ratings === 0 ? null : halfStars / 2 / ratings);

function ratingsByYear({ months }: DataStatistics): DataReport["ratingsByYear"] {
  const years = new Map<number, { count: number; halfStars: number }>();
  for (const { month, ratingCount, halfStarSum } of months) {
    const year = Number(month.slice(0, 4));
    const { count, halfStars } = years.get(year) ?? { count: 0, halfStars: 0 };
    years.set(year, { count: count + ratingCount, halfStars: halfStars + halfStarSum });
  }
  return [...years].map(([year, { count, halfStars }]) => ({ year, count, meanStars: halfStars / 2 / count }));
}

/** φ = (n·n₁₂ − n₁·n₂) / √(n₁·n₂·(n − n₁)·(n − n₂)), n films, n₁ and n₂ with each genre, n₁₂ with both. */
function genreCorrelations({ movieCount, genres, genrePairs }: DataStatistics): DataReport["genreCorrelations"] {
  const both = new Map(genrePairs.map(({ first, second, movieCount: films }) => [keyOf(first, second), films]));
  return genres.flatMap((one, place) =>
    genres.slice(place + 1).map((other) => {
      const [n1, n2] = [one.movieCount, other.movieCount];
      const scale = Math.sqrt(n1 * n2 * (movieCount - n1) * (movieCount - n2));
      const shared = both.get(keyOf(one.slug, other.slug)) ?? 0;
      const correlation = scale === 0 ? 0 : (movieCount * shared - n1 * n2) / scale;
      return { first: one.slug, second: other.slug, correlation };
    }),
  );
}

const keyOf = (first: string, second: string) => [first, second].sort().join(" ");

function sparsityOf({ sparsity, viewersByCount, moviesByCount }: DataStatistics): DataReport["sparsity"] {
  const rated = moviesByCount.reduce((sum, { ratings, frequency }) => sum + (ratings > 0 ? frequency : 0), 0);
  const viewers = viewersByCount.reduce((sum, { frequency }) => sum + frequency, 0);
  const pairs = (viewers / sparsityGroups) * (rated / sparsityGroups);
  return {
    groups: sparsityGroups,
    // groups differ in size by one at most; in small data a cell may seem fuller than full
    cells: sparsity.map(({ viewerGroup, movieGroup, ratingCount }) => ({
      viewerGroup,
      movieGroup,
      density: Math.min(1, ratingCount / pairs),
    })),
  };
}
