// Passes over the entries of a sparse row that names rows of a dense matrix, eight at a time: each load of the vector and
// each load and store of the image then serves eight rows.
import { entry, multiplyAdd, sumLanes } from "./vectors";

/**
 * image −= Σ (wᵢ·(yᵢ·x) − isRight·(wᵢ + u))·yᵢ over the entries first..end: from the image of the dense part, the residual
 * (isRight 1) or the image of the whole matrix (isRight 0).
 */
export function subtractEntries(
  first: i32,
  end: i32,
  columns: usize,
  weights: usize,
  isRight: f32,
  unobservedWeight: f32,
  fixed: usize,
  bytes: usize,
  vector: usize,
  image: usize,
  products: usize,
): void {
  const share = f32x4.splat(isRight);
  const unobserved = f32x4.splat(unobservedWeight * isRight);
  for (let at = first; at < end; at += 8) {
    const last = end - 1;
    const a = rowOf(fixed, columns, at, bytes);
    const b = rowOf(fixed, columns, min(at + 1, last), bytes);
    const c = rowOf(fixed, columns, min(at + 2, last), bytes);
    const d = rowOf(fixed, columns, min(at + 3, last), bytes);
    const e = rowOf(fixed, columns, min(at + 4, last), bytes);
    const f = rowOf(fixed, columns, min(at + 5, last), bytes);
    const g = rowOf(fixed, columns, min(at + 6, last), bytes);
    const h = rowOf(fixed, columns, min(at + 7, last), bytes);
    multiplyEight(a, b, c, d, e, f, g, h, vector, bytes, products);
    const weights0 = weightsOf(weights, at, end);
    const weights1 = weightsOf(weights, at + 4, end);
    const right0 = multiplyAdd(share, weights0, v128.and(unobserved, isBefore(at, end)));
    const right1 = multiplyAdd(share, weights1, v128.and(unobserved, isBefore(at + 4, end)));
    const step0 = f32x4.sub(right0, f32x4.mul(weights0, v128.load(products)));
    const step1 = f32x4.sub(right1, f32x4.mul(weights1, v128.load(products, 16)));
    const stepA = f32x4.splat(f32x4.extract_lane(step0, 0));
    const stepB = f32x4.splat(f32x4.extract_lane(step0, 1));
    const stepC = f32x4.splat(f32x4.extract_lane(step0, 2));
    const stepD = f32x4.splat(f32x4.extract_lane(step0, 3));
    const stepE = f32x4.splat(f32x4.extract_lane(step1, 0));
    const stepF = f32x4.splat(f32x4.extract_lane(step1, 1));
    const stepG = f32x4.splat(f32x4.extract_lane(step1, 2));
    const stepH = f32x4.splat(f32x4.extract_lane(step1, 3));
    for (let offset: usize = 0; offset < bytes; offset += 16) {
      // two sums side by side: one alone would wait for each addition
      let sum = multiplyAdd(stepA, v128.load(a + offset), v128.load(image + offset));
      let other = f32x4.mul(stepE, v128.load(e + offset));
      sum = multiplyAdd(stepB, v128.load(b + offset), sum);
      other = multiplyAdd(stepF, v128.load(f + offset), other);
      sum = multiplyAdd(stepC, v128.load(c + offset), sum);
      other = multiplyAdd(stepG, v128.load(g + offset), other);
      sum = multiplyAdd(stepD, v128.load(d + offset), sum);
      other = multiplyAdd(stepH, v128.load(h + offset), other);
      v128.store(image + offset, f32x4.add(sum, other));
    }
  }
}

/** Σ wᵢ·(yᵢ·x)² over the entries first..end. */
export function bendOfEntries(
  first: i32,
  end: i32,
  columns: usize,
  weights: usize,
  fixed: usize,
  bytes: usize,
  vector: usize,
  products: usize,
): f32 {
  let bends = f32x4.splat(0);
  for (let at = first; at < end; at += 8) {
    const last = end - 1;
    const a = rowOf(fixed, columns, at, bytes);
    const b = rowOf(fixed, columns, min(at + 1, last), bytes);
    const c = rowOf(fixed, columns, min(at + 2, last), bytes);
    const d = rowOf(fixed, columns, min(at + 3, last), bytes);
    const e = rowOf(fixed, columns, min(at + 4, last), bytes);
    const f = rowOf(fixed, columns, min(at + 5, last), bytes);
    const g = rowOf(fixed, columns, min(at + 6, last), bytes);
    const h = rowOf(fixed, columns, min(at + 7, last), bytes);
    multiplyEight(a, b, c, d, e, f, g, h, vector, bytes, products);
    const products0 = v128.load(products);
    const products1 = v128.load(products, 16);
    bends = multiplyAdd(f32x4.mul(weightsOf(weights, at, end), products0), products0, bends);
    bends = multiplyAdd(f32x4.mul(weightsOf(weights, at + 4, end), products1), products1, bends);
  }
  return sumLanes(bends);
}

/** products = [a·x, … h·x] */
// @ts-ignore: decorator
@inline
function multiplyEight(
  a: usize,
  b: usize,
  c: usize,
  d: usize,
  e: usize,
  f: usize,
  g: usize,
  h: usize,
  vector: usize,
  bytes: usize,
  products: usize,
): void {
  let sumA = f32x4.splat(0);
  let sumB = f32x4.splat(0);
  let sumC = f32x4.splat(0);
  let sumD = f32x4.splat(0);
  let sumE = f32x4.splat(0);
  let sumF = f32x4.splat(0);
  let sumG = f32x4.splat(0);
  let sumH = f32x4.splat(0);
  for (let offset: usize = 0; offset < bytes; offset += 16) {
    const values = v128.load(vector + offset);
    sumA = multiplyAdd(values, v128.load(a + offset), sumA);
    sumB = multiplyAdd(values, v128.load(b + offset), sumB);
    sumC = multiplyAdd(values, v128.load(c + offset), sumC);
    sumD = multiplyAdd(values, v128.load(d + offset), sumD);
    sumE = multiplyAdd(values, v128.load(e + offset), sumE);
    sumF = multiplyAdd(values, v128.load(f + offset), sumF);
    sumG = multiplyAdd(values, v128.load(g + offset), sumG);
    sumH = multiplyAdd(values, v128.load(h + offset), sumH);
  }
  v128.store(products, sumsOf(sumA, sumB, sumC, sumD));
  v128.store(products, sumsOf(sumE, sumF, sumG, sumH), 16);
}

/** Address of the row of `fixed` that an entry names. */
// @ts-ignore: decorator
@inline
function rowOf(fixed: usize, columns: usize, at: i32, bytes: usize): usize {
  return fixed + <usize>load<i32>(entry(columns, at)) * bytes;
}

/** Ones in the lanes of the four entries from `at` that come before `end`. */
// @ts-ignore: decorator
@inline
function isBefore(at: i32, end: i32): v128 {
  return i32x4.lt_s(i32x4(0, 1, 2, 3), i32x4.splat(end - at));
}

/** The weights of four entries, 0 past the end. May read the bytes behind the array; the scratch memory is there. */
// @ts-ignore: decorator
@inline
function weightsOf(weights: usize, at: i32, end: i32): v128 {
  return v128.and(v128.load(entry(weights, at)), isBefore(at, end));
}

/** [Σa, Σb, Σc, Σd], the sums of lanes. */
// @ts-ignore: decorator
@inline
function sumsOf(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(i32x4.shuffle(a, b, 0, 4, 1, 5), i32x4.shuffle(a, b, 2, 6, 3, 7));
  const cd = f32x4.add(i32x4.shuffle(c, d, 0, 4, 1, 5), i32x4.shuffle(c, d, 2, 6, 3, 7));
  return f32x4.add(i32x4.shuffle(ab, cd, 0, 1, 4, 5), i32x4.shuffle(ab, cd, 2, 3, 6, 7));
}
