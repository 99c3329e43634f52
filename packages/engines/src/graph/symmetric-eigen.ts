// Eigenvalues of a small symmetric matrix.

export interface SymmetricEigen {
  /** Descending. */
  readonly values: Float64Array;
  /** Row-major; column c belongs to values[c]. */
  readonly vectors: Float64Array;
}

const mostSweeps = 50;

/** By Jacobi's rotations, which is exact to rounding and fast enough for a hundred rows. `matrix` is row-major. */
export function symmetricEigen(matrix: Float64Array, size: number): SymmetricEigen {
  const a = matrix.slice();
  const vectors = new Float64Array(size * size);
  for (let at = 0; at < size; at++) vectors[at * (size + 1)] = 1;
  const scale = a.reduce((maximum, value) => Math.max(maximum, Math.abs(value)), 0);
  for (let sweep = 0; sweep < mostSweeps; sweep++) {
    let largest = 0;
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        const off = a[p * size + q];
        largest = Math.max(largest, Math.abs(off));
        if (Math.abs(off) <= 1e-18 * scale) continue;
        const theta = (a[q * (size + 1)] - a[p * (size + 1)]) / (2 * off);
        const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const cosine = 1 / Math.sqrt(tangent * tangent + 1);
        rotateColumns(a, size, p, q, cosine, tangent * cosine);
        rotateRows(a, size, p, q, cosine, tangent * cosine);
        rotateColumns(vectors, size, p, q, cosine, tangent * cosine);
      }
    }
    if (largest <= 1e-14 * scale) break;
  }
  const order = Array.from({ length: size }, (_, at) => at).sort((i, j) => a[j * (size + 1)] - a[i * (size + 1)]);
  return {
    values: Float64Array.from(order, (at) => a[at * (size + 1)]),
    vectors: vectors.map((_, at) => vectors[at - (at % size) + order[at % size]]),
  };
}

function rotateColumns(a: Float64Array, size: number, p: number, q: number, cosine: number, sine: number): void {
  for (let row = 0; row < a.length; row += size) {
    const [left, right] = [a[row + p], a[row + q]];
    a[row + p] = cosine * left - sine * right;
    a[row + q] = sine * left + cosine * right;
  }
}

function rotateRows(a: Float64Array, size: number, p: number, q: number, cosine: number, sine: number): void {
  for (let column = 0; column < size; column++) {
    const [upper, lower] = [a[p * size + column], a[q * size + column]];
    a[p * size + column] = cosine * upper - sine * lower;
    a[q * size + column] = sine * upper + cosine * lower;
  }
}
