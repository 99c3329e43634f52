import { normal } from "./random";
import { dot, entry, float64, multiplyAdd } from "./vectors";

/**
 * Draws the vectors of rows from..to from their normal posterior, given the vectors of the columns: see
 * SamplingKernels.drawRows. Sums in float32, four entries at a time; the factorization in float64.
 */
export function drawRows(
  starts: usize,
  columns: usize,
  order: usize,
  values: usize,
  offset: f32,
  rowPrecisions: usize,
  columnPrecisions: usize,
  fixed: usize,
  precisions: usize,
  drawn: usize,
  own: usize,
  size: i32,
  stride: i32,
  key: u32,
  from: i32,
  to: i32,
  scratch: usize,
): void {
  const bytes = (<usize>stride) << 2;
  const gram = scratch;
  const right = gram + bytes * <usize>stride;
  const plain = right + bytes;
  const weighted = plain + 4 * bytes;
  const upper = weighted + 4 * bytes;
  const solution = upper + 2 * bytes * <usize>stride;
  for (let row = from; row < to; row++) {
    memory.fill(gram, 0, bytes * <usize>(stride + 1));
    const end = load<i32>(entry(starts, row + 1));
    for (let at = load<i32>(entry(starts, row)); at < end; at += 4) {
      for (let lane = 0; lane < 4; lane++) {
        const x = plain + <usize>lane * bytes;
        const wx = weighted + <usize>lane * bytes;
        if (at + lane >= end) {
          memory.fill(x, 0, bytes);
          memory.fill(wx, 0, bytes);
          continue;
        }
        const column = load<i32>(entry(columns, at + lane));
        const other = fixed + <usize>column * bytes;
        const weight = load<f32>(entry(columnPrecisions, column));
        const target = load<f32>(entry(values, load<i32>(entry(order, at + lane)))) - offset - load<f32>(other);
        memory.copy(x, other, bytes);
        store<f32>(x, 1);
        const weights = f32x4.splat(weight);
        const targets = f32x4.splat(target);
        for (let part: usize = 0; part < bytes; part += 16) {
          const scaled = f32x4.mul(weights, v128.load(x + part));
          v128.store(wx + part, scaled);
          v128.store(right + part, multiplyAdd(targets, scaled, v128.load(right + part)));
        }
      }
      addOuterProducts(gram, plain, weighted, size, bytes);
    }
    const scale = <f64>load<f32>(entry(rowPrecisions, row));
    const mean = own + <usize>row * bytes;
    const vector = drawn + <usize>row * bytes;
    memory.fill(solution, 0, 2 * bytes);
    for (let i = 0; i < size; i++) {
      const prior = <f64>load<f32>(entry(precisions, i));
      const priorMean = load<f32>(entry(vector, i)) - load<f32>(entry(mean, i));
      store<f32>(entry(mean, i), priorMean);
      store<f64>(float64(solution, i), scale * <f64>load<f32>(entry(right, i)) + prior * <f64>priorMean);
      const target = float64(upper, i * stride);
      for (let j = i & ~3; j < stride; j++) {
        store<f64>(float64(target, j), scale * <f64>load<f32>(entry(gram, i * stride + j)));
      }
      store<f64>(float64(target, i), load<f64>(float64(target, i)) + prior);
    }
    factorize(upper, size, stride);
    drawFromFactored(upper, solution, size, stride, key, <u32>(row * stride));
    for (let i = 0; i < size; i++) {
      const value = <f32>load<f64>(float64(solution, i));
      store<f32>(entry(vector, i), value);
      store<f32>(entry(mean, i), value - load<f32>(entry(mean, i)));
    }
  }
}

/** gram += Σ of four weighted·plainᵀ, the upper half by fours of columns. */
function addOuterProducts(gram: usize, plain: usize, weighted: usize, size: i32, bytes: usize): void {
  for (let row = 0; row < size; row++) {
    const target = gram + <usize>row * bytes;
    const factor = weighted + ((<usize>row) << 2);
    const w0 = v128.load32_splat(factor);
    const w1 = v128.load32_splat(factor + bytes);
    const w2 = v128.load32_splat(factor + 2 * bytes);
    const w3 = v128.load32_splat(factor + 3 * bytes);
    for (let at = (<usize>(row & ~3)) << 2; at < bytes; at += 16) {
      const x = plain + at;
      const first = multiplyAdd(w0, v128.load(x), v128.load(target + at));
      const second = multiplyAdd(w2, v128.load(x + 2 * bytes), f32x4.mul(w3, v128.load(x + 3 * bytes)));
      v128.store(target + at, f32x4.add(multiplyAdd(w1, v128.load(x + bytes), first), second));
    }
  }
}

/** Cholesky factorization A = UᵀU of the upper half, in place, two columns at a time; 1 / U's diagonal on the diagonal. */
function factorize(upper: usize, size: i32, stride: i32): void {
  for (let k = 0; k < size; k++) {
    const row = float64(upper, k * stride);
    const inverse = 1 / Math.sqrt(load<f64>(float64(row, k)));
    const inverses = f64x2.splat(inverse);
    for (let j = k & ~1; j < stride; j += 2) {
      v128.store(float64(row, j), f64x2.mul(inverses, v128.load(float64(row, j))));
    }
    for (let i = k + 1; i < size; i++) {
      const target = float64(upper, i * stride);
      const factor = f64x2.splat(-load<f64>(float64(row, i)));
      for (let j = i & ~1; j < stride; j += 2) {
        const product = f64x2.mul(factor, v128.load(float64(row, j)));
        v128.store(float64(target, j), f64x2.add(v128.load(float64(target, j)), product));
      }
    }
    store<f64>(float64(row, k), inverse);
  }
}

/** solution = A⁻¹·solution + U⁻¹·ε: a draw from N(A⁻¹·solution, A⁻¹). */
function drawFromFactored(upper: usize, solution: usize, size: i32, stride: i32, key: u32, counter: u32): void {
  for (let k = 0; k < size; k++) {
    const row = float64(upper, k * stride);
    const value = load<f64>(float64(solution, k)) * load<f64>(float64(row, k));
    const factor = f64x2.splat(-value);
    for (let j = k & ~1; j < stride; j += 2) {
      const product = f64x2.mul(factor, v128.load(float64(row, j)));
      v128.store(float64(solution, j), f64x2.add(v128.load(float64(solution, j)), product));
    }
    store<f64>(float64(solution, k), value);
  }
  for (let i = size - 1; i >= 0; i--) {
    const row = float64(upper, i * stride);
    let sum = load<f64>(float64(solution, i)) + normal(key, counter + <u32>i);
    for (let k = i + 1; k < size; k++) sum -= load<f64>(float64(row, k)) * load<f64>(float64(solution, k));
    store<f64>(float64(solution, i), sum * load<f64>(float64(row, i)));
  }
}

/** Draws columns 4·from to 4·to of all features' vectors, one feature after the other: see SamplingKernels.drawFeatures. */
export function drawFeatureColumns(
  starts: usize,
  columns: usize,
  featureCount: i32,
  scales: usize,
  own: usize,
  ownPrecisions: usize,
  vectors: usize,
  means: usize,
  precisions: usize,
  size: i32,
  stride: i32,
  key: u32,
  from: i32,
  to: i32,
  scratch: usize,
): void {
  const bytes = (<usize>stride) << 2;
  for (let feature = 0; feature < featureCount; feature++) {
    const first = load<i32>(entry(starts, feature));
    const end = load<i32>(entry(starts, feature + 1));
    for (let block = from; block < to; block++) {
      const lanes = (<usize>block) << 4;
      let sum = f32x4.splat(0);
      let squares: f32 = 0;
      for (let at = first; at < end; at++) {
        const row = load<i32>(entry(columns, at));
        const scale = load<f32>(entry(scales, row));
        sum = multiplyAdd(f32x4.splat(scale), v128.load(own + <usize>row * bytes + lanes), sum);
        squares += scale * scale;
      }
      v128.store(scratch, sum);
      const vector = vectors + <usize>feature * bytes;
      const columnEnd = min(size, 4 * block + 4);
      let change = f32x4.splat(0);
      for (let column = 4 * block; column < columnEnd; column++) {
        const noise = <f64>load<f32>(entry(ownPrecisions, column));
        const prior = <f64>load<f32>(entry(precisions, column));
        const old = load<f32>(entry(vector, column));
        const precision = noise * <f64>squares + prior;
        const pull =
          noise * (<f64>load<f32>(entry(scratch, column - 4 * block)) + <f64>squares * <f64>old) +
          prior * <f64>load<f32>(entry(means, column));
        const deviation = normal(key, <u32>(feature * stride + column)) / Math.sqrt(precision);
        const value = <f32>(pull / precision + deviation);
        store<f32>(entry(vector, column), value);
        store<f32>(entry(scratch, column - 4 * block), old - value);
      }
      for (let column = columnEnd; column < 4 * block + 4; column++) store<f32>(entry(scratch, column - 4 * block), 0);
      change = v128.load(scratch);
      for (let at = first; at < end; at++) {
        const row = load<i32>(entry(columns, at));
        const target = own + <usize>row * bytes + lanes;
        v128.store(target, multiplyAdd(f32x4.splat(load<f32>(entry(scales, row))), change, v128.load(target)));
      }
    }
  }
}

/** Scores of the entries of rows from..to, and each row's sums of errors and of their squares: see SamplingKernels.scoreRows. */
export function scoreRows(
  starts: usize,
  columns: usize,
  values: usize,
  offset: f32,
  left: usize,
  right: usize,
  stride: i32,
  scores: usize,
  sums: usize,
  squares: usize,
  from: i32,
  to: i32,
  scratch: usize,
): void {
  const bytes = (<usize>stride) << 2;
  for (let row = from; row < to; row++) {
    memory.copy(scratch, left + <usize>row * bytes, bytes);
    const constant = offset + load<f32>(scratch);
    store<f32>(scratch, 1);
    let sum: f64 = 0;
    let square: f64 = 0;
    const end = load<i32>(entry(starts, row + 1));
    for (let at = load<i32>(entry(starts, row)); at < end; at++) {
      const score = constant + dot(scratch, right + <usize>load<i32>(entry(columns, at)) * bytes, bytes);
      const error = <f64>(load<f32>(entry(values, at)) - score);
      store<f32>(entry(scores, at), score);
      sum += error;
      square += error * error;
    }
    store<f32>(entry(sums, row), <f32>sum);
    store<f32>(entry(squares, row), <f32>square);
  }
}
