import { addScaled, dot, entry, multiplyAdd } from "./vectors";

/**
 * Steps of conjugate gradients toward (G + Σ wᵢ·yᵢyᵢᵀ) x = Σ (1 + wᵢ)·yᵢ for each row from..to, i over the row's columns,
 * G with the regularization on its diagonal. Starts from the row's present solution.
 */
export function conjugateGradientRows(
  starts: usize,
  columns: usize,
  weights: usize,
  fixed: usize,
  stride: i32,
  gram: usize,
  solved: usize,
  steps: i32,
  from: i32,
  to: i32,
  scratch: usize,
): void {
  const bytes = (<usize>stride) << 2;
  const residual = scratch;
  const direction = scratch + bytes;
  const image = scratch + 2 * bytes;
  for (let row = from; row < to; row++) {
    const first = load<i32>(entry(starts, row));
    const end = load<i32>(entry(starts, row + 1));
    const solution = solved + <usize>row * bytes;
    if (first == end) {
      memory.fill(solution, 0, bytes);
      continue;
    }
    multiply(gram, solution, residual, stride, -1);
    for (let at = first; at < end; at++) {
      const weight = load<f32>(entry(weights, at));
      const other = fixed + <usize>load<i32>(entry(columns, at)) * bytes;
      addScaled(1 + weight - weight * dot(other, solution, bytes), other, residual, bytes);
    }
    memory.copy(direction, residual, bytes);
    let length = dot(residual, residual, bytes);
    for (let step = 0; step < steps && length > 1e-20; step++) {
      multiply(gram, direction, image, stride, 1);
      for (let at = first; at < end; at++) {
        const other = fixed + <usize>load<i32>(entry(columns, at)) * bytes;
        addScaled(load<f32>(entry(weights, at)) * dot(other, direction, bytes), other, image, bytes);
      }
      const stretch = length / dot(direction, image, bytes);
      addScaled(stretch, direction, solution, bytes);
      addScaled(-stretch, image, residual, bytes);
      const next = dot(residual, residual, bytes);
      const turn = f32x4.splat(next / length);
      for (let at: usize = 0; at < bytes; at += 16) {
        v128.store(direction + at, multiplyAdd(turn, v128.load(direction + at), v128.load(residual + at)));
      }
      length = next;
    }
  }
}

/** image = sign · M·x for a symmetric matrix of `stride` columns. */
function multiply(matrix: usize, vector: usize, image: usize, stride: i32, sign: f32): void {
  const bytes = (<usize>stride) << 2;
  memory.fill(image, 0, bytes);
  for (let row = 0; row < stride; row++) {
    addScaled(sign * load<f32>(entry(vector, row)), matrix + <usize>row * bytes, image, bytes);
  }
}
