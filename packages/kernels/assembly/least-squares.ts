import { bendOfEntries, subtractEntries } from "./entries-by-eight";
import { addScaled, dot, entry, multiplyAdd } from "./vectors";

/**
 * Steps of conjugate gradients toward (G + λI + Σ wᵢ·yᵢyᵢᵀ) x = Σ (wᵢ + u)·yᵢ for each row from..to, i over the row's columns,
 * λ the row's ridge, u the weight of an unobserved entry. Starts from the row's present solution.
 */
export function conjugateGradientRows(
  starts: usize,
  columns: usize,
  weights: usize,
  unobservedWeight: f32,
  fixed: usize,
  stride: i32,
  gram: usize,
  ridges: usize,
  solved: usize,
  steps: i32,
  from: i32,
  to: i32,
  scratch: usize,
): void {
  const bytes = (<usize>stride) << 2;
  const residual = scratch;
  const direction = scratch + bytes;
  /** −(the matrix)·direction */
  const image = scratch + 2 * bytes;
  const products = scratch + 3 * bytes;
  for (let row = from; row < to; row++) {
    const first = load<i32>(entry(starts, row));
    const end = load<i32>(entry(starts, row + 1));
    const solution = solved + <usize>row * bytes;
    if (first == end) {
      memory.fill(solution, 0, bytes);
      continue;
    }
    const ridge = load<f32>(entry(ridges, row));
    subtractProduct(gram, ridge, solution, residual, bytes);
    subtractEntries(first, end, columns, weights, 1, unobservedWeight, fixed, bytes, solution, residual, products);
    memory.copy(direction, residual, bytes);
    let length = dot(residual, residual, bytes);
    for (let step = 1; step <= steps && length > 1e-20; step++) {
      subtractProduct(gram, ridge, direction, image, bytes);
      if (step == steps) {
        // nobody asks for the last residual, so half of the pass over the entries is left out
        const bend = bendOfEntries(first, end, columns, weights, fixed, bytes, direction, products);
        addScaled(length / (bend - dot(direction, image, bytes)), direction, solution, bytes);
        break;
      }
      subtractEntries(first, end, columns, weights, 0, 0, fixed, bytes, direction, image, products);
      const stretch = -length / dot(direction, image, bytes);
      addScaled(stretch, direction, solution, bytes);
      addScaled(stretch, image, residual, bytes);
      const next = dot(residual, residual, bytes);
      const turn = f32x4.splat(next / length);
      for (let at: usize = 0; at < bytes; at += 16) {
        v128.store(direction + at, multiplyAdd(turn, v128.load(direction + at), v128.load(residual + at)));
      }
      length = next;
    }
  }
}

/** image = −(M + λI)·x for a symmetric matrix: 32 columns at a time, whose sums stay in registers. */
function subtractProduct(matrix: usize, ridge: f32, vector: usize, image: usize, bytes: usize): void {
  const ridges = f32x4.splat(-ridge);
  const end = vector + bytes;
  let at: usize = 0;
  for (; at + 128 <= bytes; at += 128) {
    const own = vector + at;
    let sum0 = f32x4.mul(ridges, v128.load(own));
    let sum1 = f32x4.mul(ridges, v128.load(own, 16));
    let sum2 = f32x4.mul(ridges, v128.load(own, 32));
    let sum3 = f32x4.mul(ridges, v128.load(own, 48));
    let sum4 = f32x4.mul(ridges, v128.load(own, 64));
    let sum5 = f32x4.mul(ridges, v128.load(own, 80));
    let sum6 = f32x4.mul(ridges, v128.load(own, 96));
    let sum7 = f32x4.mul(ridges, v128.load(own, 112));
    let row = matrix + at;
    for (let value = vector; value < end; value += 4) {
      const factor = f32x4.neg(v128.load32_splat(value));
      sum0 = multiplyAdd(factor, v128.load(row), sum0);
      sum1 = multiplyAdd(factor, v128.load(row, 16), sum1);
      sum2 = multiplyAdd(factor, v128.load(row, 32), sum2);
      sum3 = multiplyAdd(factor, v128.load(row, 48), sum3);
      sum4 = multiplyAdd(factor, v128.load(row, 64), sum4);
      sum5 = multiplyAdd(factor, v128.load(row, 80), sum5);
      sum6 = multiplyAdd(factor, v128.load(row, 96), sum6);
      sum7 = multiplyAdd(factor, v128.load(row, 112), sum7);
      row += bytes;
    }
    v128.store(image + at, sum0);
    v128.store(image + at, sum1, 16);
    v128.store(image + at, sum2, 32);
    v128.store(image + at, sum3, 48);
    v128.store(image + at, sum4, 64);
    v128.store(image + at, sum5, 80);
    v128.store(image + at, sum6, 96);
    v128.store(image + at, sum7, 112);
  }
  for (; at < bytes; at += 16) {
    let sum = f32x4.mul(ridges, v128.load(vector + at));
    let row = matrix + at;
    for (let value = vector; value < end; value += 4) {
      sum = multiplyAdd(f32x4.neg(v128.load32_splat(value)), v128.load(row), sum);
      row += bytes;
    }
    v128.store(image + at, sum);
  }
}
