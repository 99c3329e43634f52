// Stochastic gradient descent over ratings in two-by-two blocks: in a phase, block b holds the users of half b and the items
// of half (b + phase) mod 2, so that no two blocks of a phase share a row of factors. Blocks are the rows of these jobs.
import { addScaled, dot, entry, multiplyAdd, sumLanes } from "./vectors";

/** Steps for r ≈ μ + b_u + b_i + p_u·q_i over blocks from..to; factors are cut off at zero where `isCut`. */
export function descendBlocks(
  starts: usize,
  columns: usize,
  stars: usize,
  order: usize,
  border: i32,
  userCount: i32,
  phase: i32,
  userBiases: usize,
  itemBiases: usize,
  userFactors: usize,
  itemFactors: usize,
  stride: i32,
  mean: f32,
  rate: f32,
  regularization: f32,
  isCut: bool,
  losses: usize,
  from: i32,
  to: i32,
  scratch: usize,
): void {
  const bytes = (<usize>stride) << 2;
  const decay: f32 = 1 - rate * regularization;
  const decays = f32x4.splat(decay);
  for (let block = from; block < to; block++) {
    const end = block == 0 ? border : userCount;
    let loss: f64 = 0;
    for (let visit = block == 0 ? 0 : border; visit < end; visit++) {
      const user = load<i32>(entry(order, visit));
      const row = ((block + phase) & 1) * userCount + user;
      const last = load<i32>(entry(starts, row + 1));
      const factors = userFactors + <usize>user * bytes;
      let userBias = load<f32>(entry(userBiases, user));
      const first = load<i32>(entry(starts, row));
      if (first == last) continue;
      let item = load<i32>(entry(columns, first));
      let others = itemFactors + <usize>item * bytes;
      let affinity = dot(factors, others, bytes);
      for (let at = first; at < last; at++) {
        const itemBias = load<f32>(entry(itemBiases, item));
        const error = load<f32>(entry(stars, at)) - mean - userBias - itemBias - affinity;
        const step = rate * error;
        loss += <f64>error * <f64>error;
        userBias = userBias * decay + step;
        store<f32>(entry(itemBiases, item), itemBias * decay + step);
        const current = others;
        if (at + 1 < last) {
          item = load<i32>(entry(columns, at + 1));
          others = itemFactors + <usize>item * bytes;
        }
        affinity = isCut
          ? descend(factors, current, others, step, decays, true, bytes)
          : descend(factors, current, others, step, decays, false, bytes);
      }
      store<f32>(entry(userBiases, user), userBias);
    }
    store<f64>(losses + ((<usize>(2 * phase + block)) << 3), loss);
  }
}

/**
 * Steps for r ≈ μ + b_u + b_i + q_i·(p_u + Σ y_j/√n) over blocks from..to. While a user is visited his sum follows every
 * step; what the steps did to it then goes to the y of his items, in this block at once, in the other half of the items
 * with his next visit there (`carries`). `sums` holds the y of the other half, added up before the phase.
 */
export function descendImplicitBlocks(
  starts: usize,
  columns: usize,
  stars: usize,
  order: usize,
  border: i32,
  userCount: i32,
  phase: i32,
  userBiases: usize,
  itemBiases: usize,
  userFactors: usize,
  itemFactors: usize,
  implicitFactors: usize,
  sums: usize,
  carries: usize,
  stride: i32,
  mean: f32,
  rate: f32,
  regularization: f32,
  implicitRegularization: f32,
  losses: usize,
  from: i32,
  to: i32,
  scratch: usize,
): void {
  const bytes = (<usize>stride) << 2;
  const decay: f32 = 1 - rate * regularization;
  const decays = f32x4.splat(decay);
  const implicitDecay: f32 = 1 - rate * implicitRegularization;
  const implicitDecays = f32x4.splat(implicitDecay);
  const taste = scratch;
  const change = scratch + bytes;
  for (let block = from; block < to; block++) {
    const end = block == 0 ? border : userCount;
    let loss: f64 = 0;
    for (let visit = block == 0 ? 0 : border; visit < end; visit++) {
      const user = load<i32>(entry(order, visit));
      const row = ((block + phase) & 1) * userCount + user;
      const first = load<i32>(entry(starts, row));
      const last = load<i32>(entry(starts, row + 1));
      if (first == last) continue;
      const count = last - first + ratingsIn(starts, row < userCount ? row + userCount : row - userCount);
      const norm: f32 = 1 / sqrt<f32>(<f32>count);
      const factors = userFactors + <usize>user * bytes;
      const carry = carries + <usize>user * bytes;
      // taste = p + (own half + other half)/√n follows the steps whole; p alone is kept beside it
      memory.copy(taste, sums + <usize>user * bytes, bytes);
      for (let at = first; at < last; at++) {
        addScaled(1, implicitFactors + <usize>load<i32>(entry(columns, at)) * bytes, taste, bytes);
      }
      scale(taste, norm, bytes);
      memory.fill(change, 0, bytes);
      let userBias = load<f32>(entry(userBiases, user));
      for (let at = first; at < last; at++) {
        const item = load<i32>(entry(columns, at));
        const itemBias = load<f32>(entry(itemBiases, item));
        const others = itemFactors + <usize>item * bytes;
        const affinity = dotOfSum(factors, taste, others, bytes);
        const error = load<f32>(entry(stars, at)) - mean - userBias - itemBias - affinity;
        const step = rate * error;
        loss += <f64>error * <f64>error;
        userBias = userBias * decay + step;
        store<f32>(entry(itemBiases, item), itemBias * decay + step);
        const steps = f32x4.splat(step);
        for (let byte: usize = 0; byte < bytes; byte += 16) {
          const user4 = v128.load(factors + byte);
          const taste4 = v128.load(taste + byte);
          const item4 = v128.load(others + byte);
          const toward = f32x4.mul(steps, item4);
          v128.store(factors + byte, multiplyAdd(decays, user4, toward));
          v128.store(taste + byte, multiplyAdd(implicitDecays, taste4, toward));
          v128.store(change + byte, multiplyAdd(implicitDecays, v128.load(change + byte), toward));
          v128.store(others + byte, multiplyAdd(steps, f32x4.add(user4, taste4), f32x4.mul(decays, item4)));
        }
      }
      store<f32>(entry(userBiases, user), userBias);
      addScaled(1, change, carry, bytes);
      const decayed = f32x4.splat(power(implicitDecay, count));
      const norms = f32x4.splat(norm);
      for (let at = first; at < last; at++) {
        const implicit = implicitFactors + <usize>load<i32>(entry(columns, at)) * bytes;
        for (let byte: usize = 0; byte < bytes; byte += 16) {
          const moved = f32x4.mul(norms, v128.load(carry + byte));
          v128.store(implicit + byte, multiplyAdd(decayed, v128.load(implicit + byte), moved));
        }
      }
      memory.copy(carry, change, bytes);
    }
    store<f64>(losses + ((<usize>(2 * phase + block)) << 3), loss);
  }
}

/** For the users at from..to of `order`: Σ y_j over those of his items that this phase's block does not hold. */
export function sumImplicitFactors(
  starts: usize,
  columns: usize,
  order: usize,
  border: i32,
  userCount: i32,
  phase: i32,
  implicitFactors: usize,
  sums: usize,
  stride: i32,
  from: i32,
  to: i32,
  scratch: usize,
): void {
  const bytes = (<usize>stride) << 2;
  for (let visit = from; visit < to; visit++) {
    const user = load<i32>(entry(order, visit));
    const block = visit < border ? 0 : 1;
    const row = ((block + phase + 1) & 1) * userCount + user;
    const last = load<i32>(entry(starts, row + 1));
    const sum = sums + <usize>user * bytes;
    memory.fill(sum, 0, bytes);
    for (let at = load<i32>(entry(starts, row)); at < last; at++) {
      addScaled(1, implicitFactors + <usize>load<i32>(entry(columns, at)) * bytes, sum, bytes);
    }
  }
}

/**
 * p ← decay·p + step·q and q ← decay·q + step·p, cut off at zero where `isCut`. Returns p·next: to have the product that the
 * next rating needs while p is at hand takes a third off an epoch.
 */
// @ts-ignore: decorator
@inline
function descend(p: usize, q: usize, next: usize, step: f32, decays: v128, isCut: bool, bytes: usize): f32 {
  const steps = f32x4.splat(step);
  let sum0 = f32x4.splat(0);
  let sum1 = f32x4.splat(0);
  let byte: usize = 0;
  for (; byte + 32 <= bytes; byte += 32) {
    sum0 = descendFour(p + byte, q + byte, next + byte, steps, decays, isCut, sum0);
    sum1 = descendFour(p + byte + 16, q + byte + 16, next + byte + 16, steps, decays, isCut, sum1);
  }
  if (byte < bytes) sum0 = descendFour(p + byte, q + byte, next + byte, steps, decays, isCut, sum0);
  return sumLanes(f32x4.add(sum0, sum1));
}

// @ts-ignore: decorator
@inline
function descendFour(p: usize, q: usize, next: usize, steps: v128, decays: v128, isCut: bool, sum: v128): v128 {
  const user = v128.load(p);
  const item = v128.load(q);
  let movedUser = multiplyAdd(steps, item, f32x4.mul(decays, user));
  let movedItem = multiplyAdd(steps, user, f32x4.mul(decays, item));
  if (isCut) {
    movedUser = f32x4.pmax(movedUser, f32x4.splat(0));
    movedItem = f32x4.pmax(movedItem, f32x4.splat(0));
  }
  v128.store(p, movedUser);
  v128.store(q, movedItem);
  return multiplyAdd(movedUser, v128.load(next), sum);
}

// @ts-ignore: decorator
@inline
function ratingsIn(starts: usize, row: i32): i32 {
  return load<i32>(entry(starts, row + 1)) - load<i32>(entry(starts, row));
}

function scale(row: usize, factor: f32, bytes: usize): void {
  const factors = f32x4.splat(factor);
  for (let byte: usize = 0; byte < bytes; byte += 16) v128.store(row + byte, f32x4.mul(factors, v128.load(row + byte)));
}

/** (a + b)·c */
function dotOfSum(a: usize, b: usize, c: usize, bytes: usize): f32 {
  let sum0 = f32x4.splat(0);
  let sum1 = f32x4.splat(0);
  let byte: usize = 0;
  for (; byte + 32 <= bytes; byte += 32) {
    const first = f32x4.add(v128.load(a + byte), v128.load(b + byte));
    const second = f32x4.add(v128.load(a + byte, 16), v128.load(b + byte, 16));
    sum0 = multiplyAdd(first, v128.load(c + byte), sum0);
    sum1 = multiplyAdd(second, v128.load(c + byte, 16), sum1);
  }
  if (byte < bytes) {
    sum0 = multiplyAdd(f32x4.add(v128.load(a + byte), v128.load(b + byte)), v128.load(c + byte), sum0);
  }
  return sumLanes(f32x4.add(sum0, sum1));
}

/** base to a whole exponent, by squaring. */
function power(base: f32, exponent: i32): f32 {
  let result: f32 = 1;
  let square = base;
  for (let left = exponent; left > 0; left >>= 1) {
    if (left & 1) result *= square;
    square *= square;
  }
  return result;
}
