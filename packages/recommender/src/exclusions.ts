// Which movies cannot be in an answer: what the viewer has dealt with already, and what the filter leaves out.
import type { CatalogFeatures, Era, MovieFilter, ViewerProfile } from "./recommender.types.ts";
import { findIndex, type IndexedModel } from "./snapshot-index.ts";

/** The first year that counts as new. */
const NEW_SINCE = 1990;

/**
 * One byte per movie of the catalog, 1 leaves it out: rated, dismissed, on the watchlist, or outside the filter. The
 * filter's era stands in for the viewer's own; a movie of unknown year belongs to no era but ANY and to no year range.
 */
export function excludedMovies(catalog: CatalogFeatures, profile: ViewerProfile, filter: MovieFilter = {}): Uint8Array {
  const { years, minimumRatingCount = 0 } = filter;
  const [from, to] = eraYears(filter.era ?? profile.era);
  const earliest = Math.max(from, years?.from ?? 0);
  const latest = Math.min(to, years?.to ?? Number.POSITIVE_INFINITY);
  const anyYear = earliest === 0 && latest === Number.POSITIVE_INFINITY;
  const named = filter.movieIds && new Set(filter.movieIds);
  const wanted = filter.genres?.length ? genreMask(catalog, filter.genres) : undefined;

  const excluded = new Uint8Array(catalog.movieIds.length);
  for (let movie = 0; movie < excluded.length; movie++) {
    const year = catalog.years[movie];
    const fits =
      (anyYear || (year > 0 && year >= earliest && year <= latest)) &&
      (named === undefined || named.has(catalog.movieIds[movie])) &&
      (wanted === undefined || (catalog.genreBits[movie] & wanted) !== 0) &&
      catalog.ratingCounts[movie] >= minimumRatingCount;
    if (!fits) excluded[movie] = 1;
  }
  const dealtWith = [...profile.ratings.map(({ movieId }) => movieId), ...profile.dismissed, ...profile.watchlisted];
  for (const movieId of dealtWith) {
    const movie = findIndex(catalog.movieIds, movieId);
    if (movie >= 0) excluded[movie] = 1;
  }
  return excluded;
}

/** The same mask over a model's items; items that the catalog lacks are left out as well. */
export function excludedItems(indexed: IndexedModel, excluded: Uint8Array): Uint8Array {
  const { movieOfItem } = indexed;
  const items = new Uint8Array(movieOfItem.length);
  for (let item = 0; item < items.length; item++) items[item] = movieOfItem[item] < 0 ? 1 : excluded[movieOfItem[item]];
  return items;
}

function eraYears(era: Era): readonly [number, number] {
  if (era === "OLD") return [0, NEW_SINCE - 1];
  if (era === "NEW") return [NEW_SINCE, Number.POSITIVE_INFINITY];
  return [0, Number.POSITIVE_INFINITY];
}

/** Bits of the named genres: a movie fits with any of them; unknown names fit nothing. */
function genreMask(catalog: CatalogFeatures, slugs: readonly string[]): number {
  let mask = 0;
  for (const slug of slugs) {
    const genre = catalog.genreSlugs.indexOf(slug);
    if (genre >= 0) mask |= 1 << genre;
  }
  return mask;
}
