// One row of a factor model solved exactly, in doubles, the other side fixed: how viewers and new items are folded in.

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

/** The Cholesky factor of A, row-major, lower half. */
export interface FactoredSystem {
  readonly size: number;
  readonly lower: Float64Array;
}

/** O(n·k²/2 + k³/6). */
export function factorSystem({ fixed, rows, weights, gram, ridge }: RowSystem): FactoredSystem {
  const size = fixed.factorCount;
  const lower = Float64Array.from(gram);
  addWeightedRows(lower, fixed, rows, weights);
  for (let at = 0; at < lower.length; at += size + 1) lower[at] += ridge;
  factorize(lower, size, ridge);
  return { size, lower };
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

/** A⁻¹·right; overwrites and returns `right`. */
export function solveSystem({ size, lower }: FactoredSystem, right: Float64Array): Float64Array {
  for (let row = 0; row < size; row++) {
    let sum = right[row];
    for (let column = 0; column < row; column++) sum -= lower[row * size + column] * right[column];
    right[row] = sum / lower[row * size + row];
  }
  for (let row = size - 1; row >= 0; row--) {
    const value = right[row] / lower[row * size + row];
    right[row] = value;
    for (let column = 0; column < row; column++) right[column] -= lower[row * size + column] * value;
  }
  return right;
}

/** The lower half of matrix += Σ weightᵢ·yᵢyᵢᵀ, four rows at a time: a quarter of the reads and writes of the matrix. */
function addWeightedRows(
  matrix: Float64Array,
  { factorCount, values }: FixedFactors,
  rows: Int32Array,
  weights: ArrayLike<number>,
): void {
  const four = Array.from({ length: 4 }, () => new Float64Array(factorCount));
  for (let first = 0; first < rows.length; first += 4) {
    four.forEach((row, lane) => {
      const at = first + lane;
      const scale = at < rows.length ? Math.sqrt(weights[at]) : 0;
      const start = at < rows.length ? rows[at] * factorCount : 0;
      for (let factor = 0; factor < factorCount; factor++) row[factor] = scale * values[start + factor];
    });
    addOuterProducts(matrix, factorCount, four[0], four[1], four[2], four[3]);
  }
}

function addOuterProducts(
  matrix: Float64Array,
  size: number,
  a: Float64Array,
  b: Float64Array,
  c: Float64Array,
  d: Float64Array,
): void {
  for (let row = 0; row < size; row++) {
    const start = row * size;
    const av = a[row];
    const bv = b[row];
    const cv = c[row];
    const dv = d[row];
    for (let column = 0; column <= row; column++) {
      matrix[start + column] += av * a[column] + bv * b[column] + cv * c[column] + dv * d[column];
    }
  }
}

/** Cholesky factorization in place. No pivot of A is below its ridge, so one that is comes from rounding. */
function factorize(matrix: Float64Array, size: number, ridge: number): void {
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column];
      for (let inner = 0; inner < column; inner++) sum -= matrix[row * size + inner] * matrix[column * size + inner];
      matrix[row * size + column] =
        row === column ? Math.sqrt(Math.max(sum, ridge)) : sum / matrix[column * size + column];
    }
  }
}
