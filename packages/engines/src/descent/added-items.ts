// Films that came after the training: their bias and factors from their first raters, who are known by their own ratings.
import { checkProfile } from "../dataset/checked-dataset.ts";
import { EngineInputError, type EngineProfile, type NewItem } from "../engine.types.ts";
import type { Calibration } from "../model/interval-calibration.ts";
import type { RidgeItems, RidgeViewer } from "./ridge-viewer.ts";

/** What a model of factorized ratings is made of. */
export interface FittedItems extends RidgeItems {
  readonly itemIds: Int32Array;
  /** Ratings of each item. */
  readonly counts: Int32Array;
  readonly calibration: Calibration;
  readonly popularityWeight: number;
}

export type FoldIn = (profile: EngineProfile, items: RidgeItems) => RidgeViewer;

/**
 * The fitted items and the new ones. A new item is folded in as a viewer is, with the sides exchanged: its raters' biases
 * and factors stand fixed. Throws EngineInputError for ids not after all known ones, or ratings that do not fit the model.
 */
export function addedItems(foldIn: FoldIn, fitted: FittedItems, added: readonly NewItem[]): FittedItems {
  const { itemIds, counts, biases, factors, implicitFactors } = fitted;
  const ids = Int32Array.of(...added.map(({ itemId }) => itemId));
  if (ids.some((id, index) => id <= (index > 0 ? ids[index - 1] : itemIds.at(-1)!))) {
    throw new EngineInputError("The new items' ids must ascend and come after all known ones.");
  }
  const solutions = added.map((item) => foldInItem(foldIn, fitted, item));
  const appended = (known: Float32Array, rows: readonly Float32Array[]) => {
    const length = rows.reduce((sum, row) => sum + row.length, known.length);
    const all = new Float32Array(length);
    all.set(known);
    let next = known.length;
    for (const row of rows) {
      all.set(row, next);
      next += row.length;
    }
    return all;
  };
  return {
    ...fitted,
    itemIds: Int32Array.of(...itemIds, ...ids),
    counts: Int32Array.of(...counts, ...added.map(({ raters }) => raters.length)),
    biases: appended(
      biases,
      solutions.map((solution) => solution.subarray(0, 1)),
    ),
    factors: {
      ...factors,
      values: appended(
        factors.values,
        solutions.map((solution) => solution.subarray(1)),
      ),
    },
    // what having rated it says of a viewer is not known yet
    ...(implicitFactors
      ? {
          implicitFactors: appended(
            implicitFactors,
            added.map(() => new Float32Array(factors.factorCount)),
          ),
        }
      : {}),
  };
}

/** The item's bias, then its factors. */
function foldInItem(foldIn: FoldIn, fitted: FittedItems, { raters }: NewItem): Float32Array {
  const { globalMean, regularization, factors } = fitted;
  const biases = new Float32Array(raters.length);
  const values = new Float32Array(raters.length * factors.factorCount);
  raters.forEach(({ profile, stars }, rater) => {
    checkProfile(profile, fitted.itemIds.length);
    if (!(stars >= 0.5 && stars <= 5)) throw new EngineInputError(`${stars} stars are not between 0.5 and 5.`);
    const { solution } = foldIn(profile, fitted);
    biases[rater] = solution[0];
    values.set(solution.subarray(1), rater * factors.factorCount);
  });
  const ratings = {
    items: Int32Array.from(raters.keys()),
    stars: Float32Array.from(raters, ({ stars }) => stars),
    ratedAt: new Float64Array(raters.length),
  };
  const { solution } = foldIn(ratings, { globalMean, biases, factors: { ...factors, values }, regularization });
  return Float32Array.from(solution);
}
