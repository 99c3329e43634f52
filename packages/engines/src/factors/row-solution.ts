// One row of a factor model solved exactly, in doubles, the other side fixed: how viewers and new items are folded in.
import { addOuterProducts, type FactoredSystem, factorize } from "../model/cholesky.ts";

/** Factors of the fixed side, row-major. */
export interface FixedFactors {
  readonly factorCount: number;
  readonly values: Float32Array;
}

/** A = gram + ridge·I + Σ weightᵢ·yᵢyᵢᵀ, a `gram` of zeros where it is absent. */
export interface RowSystem {
  readonly fixed: FixedFactors;
  /** The rows i of `fixed`. */
  readonly rows: Int32Array;
  readonly weights: ArrayLike<number>;
  /** Row-major, `factorCount` squared. */
  readonly gram: ArrayLike<number>;
  /** Above 0. */
  readonly ridge: number;
}

/** O(n·k²/2 + k³/6). */
export function factorSystem({ fixed, rows, weights, gram, ridge }: RowSystem): FactoredSystem {
  const size = fixed.factorCount;
  const lower = Float64Array.from(gram);
  addOuterProducts(lower, size, rows.length, (index, row) => {
    const scale = Math.sqrt(weights[index]);
    const start = rows[index] * size;
    for (let factor = 0; factor < size; factor++) row[factor] = scale * fixed.values[start + factor];
  });
  for (let at = 0; at < lower.length; at += size + 1) lower[at] += ridge;
  return factorize(lower, size, ridge);
}

/** Σ coefficientᵢ·yᵢ over the rows. */
export function sumOfRows(
  { factorCount, values }: FixedFactors,
  rows: Int32Array,
  coefficients: ArrayLike<number>,
): Float64Array {
  const sum = new Float64Array(factorCount);
  for (let at = 0; at < rows.length; at++) {
    const start = rows[at] * factorCount;
    for (let factor = 0; factor < factorCount; factor++) sum[factor] += coefficients[at] * values[start + factor];
  }
  return sum;
}
