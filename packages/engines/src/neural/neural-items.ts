// What a neural matrix factorization knows: its items, and the weights of its network. Nothing about users.
import type { PerceptronShape } from "./perceptron.ts";

export interface NeuralItems {
  readonly globalMean: number;
  /** Mean stars of each item beyond the global mean, drawn to zero where ratings are few: residuals are counted from them. */
  readonly means: Float32Array;
  /** Stars to add for each item, learned. */
  readonly biases: Float32Array;
  readonly shape: NeuralShape;
  /** x: what a star beyond expectation for the item says of a viewer. Tables are row-major, a row of `width` per item. */
  readonly ratedFactors: Float32Array;
  /** y: what having rated the item says of him, whatever the stars. */
  readonly seenFactors: Float32Array;
  /** q: what the item is. */
  readonly itemFactors: Float32Array;
  readonly weights: Float32Array;
}

/** Vectors have `width` values: the first `factors` meet in a product, the other `inputs` go into the network. */
export interface NeuralShape {
  readonly factors: number;
  readonly inputs: number;
  readonly width: number;
  readonly perceptron: PerceptronShape;
}

/** Half as many inputs from either side as the first hidden layer has units, and half as many units in the second. */
export function neuralShape(factors: number, hiddenUnits: number): NeuralShape {
  const half = Math.ceil(hiddenUnits / 2);
  return {
    factors,
    inputs: half,
    width: factors + half,
    perceptron: { inputs: 2 * half, first: hiddenUnits, second: half },
  };
}

/** A viewer's bias is his mean residual, as if he had given this many ratings more of residual zero. */
export const biasShrinkage = 5;
