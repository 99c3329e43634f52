// The gradient step for some of a user's ratings, each predicted from all his other ones.
import type { RatingRows } from "../dataset/rating-rows.ts";
import { openAdam } from "./adam.ts";
import { biasShrinkage, type NeuralItems } from "./neural-items.ts";
import { openPerceptron } from "./perceptron.ts";

export interface NeuralBatch {
  readonly user: number;
  /** Places of the ratings within the user's row. */
  readonly targets: Int32Array;
  readonly rate: number;
}

export interface BatchOptions {
  /** The share of a step that each item takes. */
  readonly trust: Float64Array;
  /** λ of q, biases and weights. */
  readonly regularization: number;
  /** λ of x and y, for each rating that is predicted from them. */
  readonly profileRegularization: number;
}

/**
 * Takes a batch's step and returns its squared errors. With Σ over all of the user's ratings at hand, leaving out the one
 * that is predicted costs a subtraction; so do the slopes that go back to the ratings it was predicted from.
 */
export function openBatches(
  model: NeuralItems,
  byUser: RatingRows,
  { trust, regularization, profileRegularization }: BatchOptions,
): (batch: NeuralBatch) => number {
  const { globalMean, means, biases, shape, ratedFactors, seenFactors, itemFactors, weights } = model;
  const { width, factors, inputs } = shape;
  const network = openPerceptron(shape.perceptron, weights);
  const tables = [itemFactors, ratedFactors, seenFactors, biases, weights];
  const [itemSteps, ratedSteps, seenSteps, biasSteps, weightSteps] = tables.map(openAdam);
  const biasGradient = new Float64Array(1);
  const [profile, rated, taste, pull, biasPull, gradient] = Array.from({ length: 6 }, () => new Float64Array(width));
  const weightGradients = new Float64Array(weights.length);
  const residualOf = (entry: number) => byUser.stars[entry] - globalMean - means[byUser.columns[entry]];

  /** Σ residual·x + y and Σ x over all ratings; returns the sum of residuals. */
  function sumProfile(start: number, end: number): number {
    profile.fill(0);
    rated.fill(0);
    let sum = 0;
    for (let entry = start; entry < end; entry++) {
      const residual = residualOf(entry);
      const row = byUser.columns[entry] * width;
      sum += residual;
      for (let index = 0; index < width; index++) {
        profile[index] += residual * ratedFactors[row + index] + seenFactors[row + index];
        rated[index] += ratedFactors[row + index];
      }
    }
    return sum;
  }

  /** Predicts a rating from the others, moves what is its item's own, and leaves the slopes by each of the others' parts. */
  function descend(entry: number, bias: number, norm: number, rate: number, slopes: Float64Array): number {
    const item = byUser.columns[entry];
    const row = item * width;
    const residual = residualOf(entry);
    for (let index = 0; index < width; index++) {
      const own = ratedFactors[row + index];
      const others = profile[index] - residual * own - seenFactors[row + index];
      taste[index] = norm * (others - bias * (rated[index] - own));
    }
    let product = 0;
    for (let index = 0; index < factors; index++) product += taste[index] * itemFactors[row + index];
    for (let index = 0; index < inputs; index++) {
      network.input[index] = taste[factors + index];
      network.input[inputs + index] = itemFactors[row + factors + index];
    }
    const error = bias + biases[item] + product + network.run() - residual;
    network.findSlopes();
    network.addWeightSlopes(error, weightGradients);
    for (let index = 0; index < width; index++) {
      const isProduct = index < factors;
      const byTaste = isProduct ? itemFactors[row + index] : network.inputSlopes[index - factors];
      const byItem = isProduct ? taste[index] : network.inputSlopes[inputs + index - factors];
      slopes[index] = error * norm * byTaste;
      gradient[index] = error * byItem + regularization * itemFactors[row + index];
      pull[index] += slopes[index];
      biasPull[index] += bias * slopes[index];
    }
    itemSteps.step(row, gradient, rate * trust[item]);
    biasGradient[0] = error + regularization * biases[item];
    biasSteps.step(item, biasGradient, rate * trust[item]);
    return error * error;
  }

  /** Moves x and y of a rated item by what the targets want of it; its own prediction, if it was one, had no part of it. */
  function descendRated(entry: number, own: Predicted | undefined, step: Step): void {
    const item = byUser.columns[entry];
    const row = item * width;
    const residual = residualOf(entry);
    for (let index = 0; index < width; index++) {
      const slope = own ? own.slopes[index] : 0;
      const centered = residual * (pull[index] - slope) - (biasPull[index] - (own ? own.bias * slope : 0));
      gradient[index] = centered + step.regularization * ratedFactors[row + index];
    }
    ratedSteps.step(row, gradient, step.rate * trust[item]);
    for (let index = 0; index < width; index++) {
      const wanted = pull[index] - (own ? own.slopes[index] : 0);
      gradient[index] = wanted + step.regularization * seenFactors[row + index];
    }
    seenSteps.step(row, gradient, step.rate * trust[item]);
  }

  return ({ user, targets, rate }) => {
    const [start, end] = [byUser.starts[user], byUser.starts[user + 1]];
    const others = end - start - 1;
    // nothing is known of a user from his other ratings if there are none
    if (others < 1) return 0;
    const sum = sumProfile(start, end);
    for (const sums of [pull, biasPull, weightGradients]) sums.fill(0);
    const predicted = new Map<number, Predicted>();
    let loss = 0;
    for (const target of targets) {
      const bias = (sum - residualOf(start + target)) / (others + biasShrinkage);
      const slopes = new Float64Array(width);
      loss += descend(start + target, bias, 1 / Math.sqrt(others), rate, slopes);
      predicted.set(start + target, { bias, slopes });
    }
    const step = { rate, regularization: profileRegularization * targets.length };
    for (let entry = start; entry < end; entry++) descendRated(entry, predicted.get(entry), step);
    for (let at = 0; at < weights.length; at++) weightGradients[at] += regularization * weights[at];
    weightSteps.step(0, weightGradients, rate);
    return loss;
  };
}

/** What a rating was predicted by, and the slopes of its squared error by the parts of the taste. */
interface Predicted {
  readonly bias: number;
  readonly slopes: Float64Array;
}

interface Step {
  readonly rate: number;
  readonly regularization: number;
}
