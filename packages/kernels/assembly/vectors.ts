// What every kernel is made of: dot products and sums of float32 rows. Rows start at multiples of 16 bytes and are padded
// with zeros to a multiple of 16 bytes, so that no loop has a tail.

/** a·b + c, fused where the processor can: twice as fast, and the last bit may differ between kinds of processor. */
// @ts-ignore: decorator
@inline
export function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  return f32x4.relaxed_madd(a, b, c);
}

// @ts-ignore: decorator
@inline
export function sumLanes(lanes: v128): f32 {
  return (
    f32x4.extract_lane(lanes, 0) +
    f32x4.extract_lane(lanes, 1) +
    (f32x4.extract_lane(lanes, 2) + f32x4.extract_lane(lanes, 3))
  );
}

/** Four sums run side by side: one alone would wait for each addition. */
export function dot(a: usize, b: usize, bytes: usize): f32 {
  let sum0 = f32x4.splat(0);
  let sum1 = f32x4.splat(0);
  let sum2 = f32x4.splat(0);
  let sum3 = f32x4.splat(0);
  let at: usize = 0;
  for (; at + 64 <= bytes; at += 64) {
    sum0 = multiplyAdd(v128.load(a + at), v128.load(b + at), sum0);
    sum1 = multiplyAdd(v128.load(a + at, 16), v128.load(b + at, 16), sum1);
    sum2 = multiplyAdd(v128.load(a + at, 32), v128.load(b + at, 32), sum2);
    sum3 = multiplyAdd(v128.load(a + at, 48), v128.load(b + at, 48), sum3);
  }
  for (; at < bytes; at += 16) sum0 = multiplyAdd(v128.load(a + at), v128.load(b + at), sum0);
  return sumLanes(f32x4.add(f32x4.add(sum0, sum1), f32x4.add(sum2, sum3)));
}

/** target += weight · row */
export function addScaled(weight: f32, row: usize, target: usize, bytes: usize): void {
  const weights = f32x4.splat(weight);
  let at: usize = 0;
  for (; at + 64 <= bytes; at += 64) {
    v128.store(target + at, multiplyAdd(weights, v128.load(row + at), v128.load(target + at)));
    v128.store(target + at, multiplyAdd(weights, v128.load(row + at, 16), v128.load(target + at, 16)), 16);
    v128.store(target + at, multiplyAdd(weights, v128.load(row + at, 32), v128.load(target + at, 32)), 32);
    v128.store(target + at, multiplyAdd(weights, v128.load(row + at, 48), v128.load(target + at, 48)), 48);
  }
  for (; at < bytes; at += 16) {
    v128.store(target + at, multiplyAdd(weights, v128.load(row + at), v128.load(target + at)));
  }
}

/** Address of an entry of four bytes. */
// @ts-ignore: decorator
@inline
export function entry(array: usize, index: i32): usize {
  return array + ((<usize>index) << 2);
}

/** Address of an entry of eight bytes. */
// @ts-ignore: decorator
@inline
export function float64(array: usize, index: i32): usize {
  return array + ((<usize>index) << 3);
}
