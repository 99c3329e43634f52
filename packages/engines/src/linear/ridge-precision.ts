// The inverse that linear models on all pairs of items are read from.
import type { Kernels, Matrix } from "@matinee/kernels";
import { countKeys } from "../dataset/rating-rows.ts";
import type { Dataset } from "../engine.types.ts";
import { ratingWeight } from "../model/rating-weight.ts";
import type { ChosenItems } from "./chosen-items.ts";
import { sparseMatrix } from "./sparse-matrix.ts";

export interface RidgeSettings {
  readonly regularization: number;
  readonly activityDamping: number;
  readonly popularityDamping: number;
  readonly genreWeight: number;
  readonly starWeight: number;
}

export interface RidgePrecision {
  /** P = (G + λI)⁻¹ over the chosen items, in the memory of the kernels. */
  readonly precision: Matrix;
  /** s of each chosen item. */
  readonly scales: Float32Array;
  /** √H_ii with H = I − λP: the length of each chosen item in the space that ridge regression leaves. */
  readonly lengths: Float32Array;
}

/**
 * P = (ZᵀZ + genreWeight·(Ts)ᵀ(Ts) + λI)⁻¹ with Z = √d·X·s: X has the `ratingWeight` of each rating,
 * users weigh d = (ratings of the user / mean)^−activityDamping, items s = (ratings of the item / mean)^−popularityDamping,
 * and T has a row for each genre with ones for its items. Without genres in the dataset that part is absent.
 */
export function ridgePrecision(
  kernels: Kernels,
  dataset: Dataset,
  chosen: ChosenItems,
  settings: RidgeSettings,
): RidgePrecision {
  const { regularization, activityDamping, popularityDamping, genreWeight, starWeight } = settings;
  const scales = powersOfShare(chosen.counts, -popularityDamping);
  const userWeights = powersOfShare(countKeys(chosen.users, dataset.userCount), -activityDamping / 2);
  const genres = genreWeight > 0 ? genresOf(dataset, chosen.items) : noGenres;
  const genreFactor = Math.sqrt(genreWeight);
  const size = chosen.items.length;
  const precision = kernels.matrix(size, size);
  kernels.within(() => {
    // each genre is a row below those of the users
    const rows = joined(
      chosen.users,
      genres.terms.map((term) => dataset.userCount + term),
    );
    const columns = joined(chosen.places, genres.places);
    const values = new Float32Array(rows.length);
    for (let entry = 0; entry < rows.length; entry++) {
      const factor =
        entry < chosen.rows.length
          ? userWeights[rows[entry]] * ratingWeight(dataset.stars[chosen.rows[entry]], starWeight)
          : genreFactor;
      values[entry] = factor * scales[columns[entry]];
    }
    const rowCount = dataset.userCount + genres.termCount;
    kernels.linear.sparseGram(sparseMatrix(kernels, { rowCount, columnCount: size, rows, columns, values }), precision);
  });
  for (let at = 0; at < size; at++) precision.values[at * (precision.stride + 1)] += regularization;
  kernels.linear.invertSymmetric(precision);
  const lengths = scales.map((_, at) => {
    const kept = 1 - regularization * precision.values[at * (precision.stride + 1)];
    return Math.sqrt(Math.max(smallestKept, kept));
  });
  return { precision, scales, lengths };
}

/** Below this nothing is left of 1 − λP_ii but rounding. */
const smallestKept = 1e-6;

/** (count / mean of those above 0)^exponent; 0 for a count of 0. */
function powersOfShare(counts: Int32Array, exponent: number): Float32Array {
  const counted = counts.filter((count) => count > 0);
  const mean = counted.reduce((sum, count) => sum + count, 0) / counted.length;
  return Float32Array.from(counts, (count) => (count > 0 ? (count / mean) ** exponent : 0));
}

const noGenres = { places: new Int32Array(0), terms: new Int32Array(0), termCount: 0 };

/** The genres of the chosen items: place and term of each pair. */
function genresOf({ itemAttributes = [] }: Dataset, items: Int32Array): typeof noGenres {
  const genre = itemAttributes.find(({ name }) => name === "genre");
  if (!genre) return noGenres;
  const places: number[] = [];
  const terms: number[] = [];
  for (const [place, item] of items.entries()) {
    for (const term of genre.columns.subarray(genre.starts[item], genre.starts[item + 1])) {
      places.push(place);
      terms.push(term);
    }
  }
  return { places: Int32Array.from(places), terms: Int32Array.from(terms), termCount: genre.terms.length };
}

function joined(first: Int32Array, second: Int32Array): Int32Array {
  const both = new Int32Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
