// Puts rows together so that no movie is shown twice.
import type { RankedMovie } from "@matinee/recommender";

const shownAtMost = 12;
/** A row with fewer is left out. */
const shownAtLeast = 4;

/** Each row keeps, in its order, the first movies that no row above shows; rows that become too short are dropped. */
export function mixSections<Row extends { readonly candidates: readonly RankedMovie[] }>(
  rows: readonly Row[],
): { readonly row: Row; readonly shown: readonly RankedMovie[] }[] {
  const taken = new Set<number>();
  return rows.flatMap((row) => {
    const shown = row.candidates.filter(({ movieId }) => !taken.has(movieId)).slice(0, shownAtMost);
    if (shown.length < shownAtLeast) return [];
    for (const { movieId } of shown) taken.add(movieId);
    return [{ row, shown }];
  });
}
