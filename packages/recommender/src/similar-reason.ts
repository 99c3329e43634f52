import type { CatalogFeatures, SimilarityBasis } from "./recommender.types.ts";

/** From this likeness on, an audience or a plot is a reason worth naming. */
const AUDIENCE_TELLS_FROM = 0.2;
const PLOT_TELLS_FROM = 0.5;
/** Years apart within which two films are of the same years. */
const SAME_YEARS = 5;

const conjunction = new Intl.ListFormat("en-US");

/** What the two films share, most telling first: the audience, the genres and years, the story. */
export function reasonOfLikeness(
  catalog: CatalogFeatures,
  movie: number,
  other: number,
  { audience = 0, plot = 0, basis }: { audience: number | undefined; plot: number | undefined; basis: SimilarityBasis },
): string {
  const title = catalog.titles[movie];
  const genres = sharedGenres(catalog, movie, other);
  if (basis === "AUDIENCE" || audience >= AUDIENCE_TELLS_FROM) return `Liked by viewers who like ${title}`;
  if (basis === "PLOT" || plot >= PLOT_TELLS_FROM || genres.length === 0)
    return `Its story is close to that of ${title}`;
  return `${conjunction.format(genres)} like ${title}${areOfSameYears(catalog, movie, other) ? ", from the same years" : ""}`;
}

function sharedGenres(catalog: CatalogFeatures, a: number, b: number): readonly string[] {
  const shared = catalog.genreBits[a] & catalog.genreBits[b];
  return catalog.genreNames.filter((_, genre) => (shared & (1 << genre)) !== 0);
}

function areOfSameYears({ years }: CatalogFeatures, a: number, b: number): boolean {
  return years[a] > 0 && years[b] > 0 && Math.abs(years[a] - years[b]) <= SAME_YEARS;
}
