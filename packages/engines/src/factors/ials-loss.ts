// What alternating least squares makes small, summed up for the training curve.
import type { Kernels, Matrix } from "@matinee/kernels";
import type { ConfidenceSettings } from "./confidence.ts";
import type { Side } from "./ials.types.ts";

/**
 * Σ c·(1 − x·y)² over seen pairs + u·Σ (x·y)² over unseen ones + Σ λ|x|² + Σ λ|y|². The sum over all pairs is that of the
 * products of both sides' Gram matrices, so that only seen pairs are visited.
 */
export function trainingLoss(
  kernels: Kernels,
  byUser: Side,
  byItem: Side,
  { unobservedWeight }: ConfidenceSettings,
): number {
  let loss = unobservedWeight * sumOverAllPairs(kernels, byUser.solved, byItem.solved);
  loss += penalty(byUser) + penalty(byItem);
  const { rows, weights, solved } = byUser;
  for (let row = 0; row < rows.rows; row++) {
    for (let entry = rows.starts[row]; entry < rows.starts[row + 1]; entry++) {
      const product = dotOfRows(solved, row, byItem.solved, rows.columns[entry]);
      loss += (weights[entry] + unobservedWeight) * (1 - product) ** 2 - unobservedWeight * product ** 2;
    }
  }
  return loss;
}

function sumOverAllPairs(kernels: Kernels, users: Matrix, items: Matrix): number {
  return kernels.within(() => {
    const [userGram, itemGram] = [users, items].map((factors) => {
      const gram = kernels.matrix(factors.columns, factors.columns);
      kernels.linear.gram(factors, gram);
      return gram.values;
    });
    return userGram.reduce((sum, value, at) => sum + value * itemGram[at], 0);
  });
}

function penalty({ ridges, solved }: Side): number {
  return ridges.reduce((sum, ridge, row) => sum + ridge * dotOfRows(solved, row, solved, row), 0);
}

function dotOfRows(left: Matrix, leftRow: number, right: Matrix, rightRow: number): number {
  let sum = 0;
  for (let column = 0; column < left.columns; column++) {
    sum += left.values[leftRow * left.stride + column] * right.values[rightRow * right.stride + column];
  }
  return sum;
}
