import type { Matrix } from "../memory/memory.types.ts";
import type { BiasedFactors, DescentKernels, DescentStep, ImplicitFactors, RatingBlocks } from "./descent.types.ts";

export function plainDescent(): DescentKernels {
  return {
    factorize: (blocks, factors, step) => factorize(blocks, factors, step, Number.NEGATIVE_INFINITY),
    factorizeNonNegative: (blocks, factors, step) => factorize(blocks, factors, step, 0),
    factorizeImplicit(blocks, factors, step) {
      let loss = 0;
      for (const phase of [0, 1]) {
        const sums = sumsOfOtherHalf(blocks, phase, factors.implicitFactors);
        for (const block of [0, 1]) {
          for (const user of usersOf(blocks, block)) {
            const half = (block + phase) % 2;
            loss += visitImplicit(blocks, user, half, factors, sums.values.subarray(user * sums.stride), step);
          }
        }
      }
      return loss;
    },
  };
}

const usersOf = ({ order, border }: RatingBlocks, block: number) =>
  block === 0 ? order.subarray(0, border) : order.subarray(border);

function factorize(blocks: RatingBlocks, factors: BiasedFactors, step: DescentStep, floor: number): number {
  const { rows, stars, userCount } = blocks;
  const { userBiases, itemBiases, userFactors, itemFactors } = factors;
  const { columns: size } = itemFactors;
  const { mean, rate, regularization } = step;
  const decay = 1 - rate * regularization;
  let loss = 0;
  for (const phase of [0, 1]) {
    for (const block of [0, 1]) {
      for (const user of usersOf(blocks, block)) {
        const row = ((block + phase) % 2) * userCount + user;
        const p = userFactors.values.subarray(user * userFactors.stride);
        for (let at = rows.starts[row]; at < rows.starts[row + 1]; at++) {
          const item = rows.columns[at];
          const q = itemFactors.values.subarray(item * itemFactors.stride);
          let predicted = mean + userBiases[user] + itemBiases[item];
          for (let index = 0; index < size; index++) predicted += p[index] * q[index];
          const error = stars[at] - predicted;
          loss += error * error;
          userBiases[user] = userBiases[user] * decay + rate * error;
          itemBiases[item] = itemBiases[item] * decay + rate * error;
          for (let index = 0; index < size; index++) {
            const [before, other] = [p[index], q[index]];
            p[index] = Math.max(floor, before * decay + rate * error * other);
            q[index] = Math.max(floor, other * decay + rate * error * before);
          }
        }
      }
    }
  }
  return loss;
}

/** For each user Σ y_j over those of his items that the phase's block does not hold. */
function sumsOfOtherHalf(blocks: RatingBlocks, phase: number, implicit: Matrix): Matrix {
  const { rows, userCount } = blocks;
  const sums = { ...implicit, rows: userCount, values: new Float32Array(userCount * implicit.stride) };
  for (const block of [0, 1]) {
    for (const user of usersOf(blocks, block)) {
      const row = ((block + phase + 1) % 2) * userCount + user;
      for (let at = rows.starts[row]; at < rows.starts[row + 1]; at++) {
        for (let index = 0; index < implicit.columns; index++) {
          sums.values[user * sums.stride + index] += implicit.values[rows.columns[at] * implicit.stride + index];
        }
      }
    }
  }
  return sums;
}

/** The steps of one user's ratings among the items of one half; returns their squared errors. */
function visitImplicit(
  { rows, stars, userCount }: RatingBlocks,
  user: number,
  half: number,
  factors: ImplicitFactors,
  sumOfOthers: Float32Array,
  step: DescentStep & { readonly implicitRegularization: number },
): number {
  const { userBiases, itemBiases, userFactors, itemFactors, implicitFactors, carries } = factors;
  const { mean, rate, regularization, implicitRegularization } = step;
  const { columns: size, stride } = itemFactors;
  const [first, end] = entriesOf(rows.starts, half * userCount + user);
  if (first === end) return 0;
  const [otherFirst, otherEnd] = entriesOf(rows.starts, (1 - half) * userCount + user);
  const count = end - first + otherEnd - otherFirst;
  const norm = 1 / Math.sqrt(count);
  const decay = 1 - rate * regularization;
  const implicitDecay = 1 - rate * implicitRegularization;
  const p = userFactors.values.subarray(user * stride);
  const carry = carries.values.subarray(user * stride, user * stride + size);

  const implicitOf = (at: number) => implicitFactors.values.subarray(rows.columns[at] * stride);
  const taste = Float64Array.from({ length: size }, (_, index) => {
    let sum = sumOfOthers[index];
    for (let at = first; at < end; at++) sum += implicitOf(at)[index];
    return norm * sum;
  });
  const change = new Float64Array(size);
  let loss = 0;
  for (let at = first; at < end; at++) {
    const item = rows.columns[at];
    const q = itemFactors.values.subarray(item * stride);
    let predicted = mean + userBiases[user] + itemBiases[item];
    for (let index = 0; index < size; index++) predicted += q[index] * (p[index] + taste[index]);
    const error = stars[at] - predicted;
    loss += error * error;
    userBiases[user] += rate * (error - regularization * userBiases[user]);
    itemBiases[item] += rate * (error - regularization * itemBiases[item]);
    for (let index = 0; index < size; index++) {
      const toward = rate * error * q[index];
      q[index] = q[index] * decay + rate * error * (p[index] + taste[index]);
      p[index] = p[index] * decay + toward;
      taste[index] = taste[index] * implicitDecay + toward;
      change[index] = change[index] * implicitDecay + toward;
    }
  }
  for (let at = first; at < end; at++) {
    const y = implicitOf(at);
    for (let index = 0; index < size; index++) {
      y[index] = y[index] * implicitDecay ** count + norm * (carry[index] + change[index]);
    }
  }
  carry.set(change);
  return loss;
}

const entriesOf = (starts: Int32Array, row: number) => [starts[row], starts[row + 1]];
