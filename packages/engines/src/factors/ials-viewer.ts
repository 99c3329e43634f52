// A viewer, or a new item, folded into factors fitted by iALS: the least squares problem of his row, solved exactly.
import type { EngineProfile } from "../engine.types.ts";
import { type FactoredSystem, solve } from "../model/cholesky.ts";
import { type ConfidenceSettings, type RidgeSettings, ridgeOf, weightOfStars } from "./confidence.ts";
import { type FixedFactors, factorSystem, sumOfRows } from "./row-solution.ts";

export interface FoldInSettings extends ConfidenceSettings, RidgeSettings {}

/** The fixed side, as the other side's rows meet it. */
export interface FixedSide {
  readonly factors: FixedFactors;
  /** Σ yᵢyᵢᵀ over the side, row-major. */
  readonly gram: Float32Array;
  /** Rows of the side that could have been seen. */
  readonly count: number;
}

export interface FoldedRow {
  readonly rows: Int32Array;
  readonly system: FactoredSystem;
  /** Confidence of each rating: its share in the right-hand side. */
  readonly confidences: Float64Array;
  /** x = A⁻¹ Σ cᵢ·yᵢ, zeros where nothing was rated. */
  readonly solution: Float64Array;
}

/** x of someone who gave these stars to these rows of the fixed side. */
export function foldInRow(
  rows: Int32Array,
  stars: ArrayLike<number>,
  { factors, gram, count }: FixedSide,
  settings: FoldInSettings,
): FoldedRow {
  const { unobservedWeight } = settings;
  const weights = Float64Array.from(stars, (value) => weightOfStars(value, settings));
  const system = factorSystem({
    fixed: factors,
    rows,
    weights,
    gram: Float64Array.from(gram, (value) => unobservedWeight * value),
    ridge: ridgeOf(rows.length, count, settings),
  });
  const confidences = weights.map((weight) => weight + unobservedWeight);
  return { rows, system, confidences, solution: solve(system, sumOfRows(factors, rows, confidences)) };
}

export const foldInViewer = ({ items, stars }: EngineProfile, side: FixedSide, settings: FoldInSettings): FoldedRow =>
  foldInRow(items, stars, side, settings);

/**
 * What each rating adds to the score of an item, in the profile's order. Exact, since x is linear in the right-hand side:
 * x·y = Σ cᵢ·(yᵢᵀ A⁻¹ y) (Hu, Koren and Volinsky 2008).
 */
export function contributionsTo(item: number, viewer: FoldedRow, factors: FixedFactors): Float64Array {
  const { factorCount, values } = factors;
  const near = solve(viewer.system, Float64Array.from(rowOf(factors, item)));
  return viewer.confidences.map((confidence, at) => {
    const start = viewer.rows[at] * factorCount;
    let sum = 0;
    for (let factor = 0; factor < factorCount; factor++) sum += near[factor] * values[start + factor];
    return confidence * sum;
  });
}

export function rowOf({ factorCount, values }: FixedFactors, row: number): Float32Array {
  return values.subarray(row * factorCount, (row + 1) * factorCount);
}
