// One viewer as a neural matrix factorization sees him, his predicted stars, and where they come from.
import type { EngineProfile } from "../engine.types.ts";
import type { StarsParts } from "../model/stars-model.ts";
import { biasShrinkage, type NeuralItems } from "./neural-items.ts";
import { openPerceptron, type Perceptron } from "./perceptron.ts";

export interface NeuralViewer {
  readonly items: Int32Array;
  /** Stars of each rating beyond what everyone gives its item: r − μ − m_i. */
  readonly residuals: Float64Array;
  /** b_v, the mean residual, shrunk. */
  readonly bias: number;
  /** u = Σ ((residual_j − b_v)·x_j + y_j) / √n; zeros for an empty profile. */
  readonly taste: Float64Array;
}

export function foldInNeural({ items, stars }: EngineProfile, model: NeuralItems): NeuralViewer {
  const { globalMean, means, shape, ratedFactors, seenFactors } = model;
  const residuals = Float64Array.from(items, (item, row) => stars[row] - globalMean - means[item]);
  const bias = residuals.reduce((sum, residual) => sum + residual, 0) / (items.length + biasShrinkage);
  const taste = new Float64Array(shape.width);
  for (let row = 0; row < items.length; row++) {
    const start = items[row] * shape.width;
    const centered = residuals[row] - bias;
    for (let index = 0; index < shape.width; index++) {
      taste[index] += (centered * ratedFactors[start + index] + seenFactors[start + index]) / Math.sqrt(items.length);
    }
  }
  return { items, residuals, bias, taste };
}

/** μ + m_i + b_i + b_v + u·q_i + network(u, q_i) for each item asked, unbounded stars. */
export function predictedStars({ bias, taste }: NeuralViewer, items: Int32Array, model: NeuralItems): Float32Array {
  const { globalMean, means, biases, shape, itemFactors } = model;
  const network = networkOf(taste, model);
  const stars = new Float32Array(items.length);
  for (let row = 0; row < items.length; row++) {
    const item = items[row];
    const start = item * shape.width;
    let product = 0;
    for (let index = 0; index < shape.factors; index++) product += taste[index] * itemFactors[start + index];
    enterItem(network, item, model);
    stars[row] = globalMean + means[item] + biases[item] + bias + product + network.run();
  }
  return stars;
}

/**
 * The parts of an item's predicted stars. Exact: for one item the stars are linear in u between the corners of the network's
 * units, so that with g their slopes by u they are Σ g·u and what no rating changes (`at rest`), and u and b_v are sums over
 * the ratings.
 */
export function explainNeural(viewer: NeuralViewer, item: number, model: NeuralItems): StarsParts {
  const { globalMean, means, biases, shape, ratedFactors, seenFactors, itemFactors } = model;
  const { items, residuals, taste } = viewer;
  const { factors, inputs, width } = shape;
  const network = networkOf(taste, model);
  enterItem(network, item, model);
  let atRest = network.run();
  network.findSlopes();
  const slopes = new Float64Array(width);
  for (let index = 0; index < factors; index++) slopes[index] = itemFactors[item * width + index];
  for (let index = 0; index < inputs; index++) {
    slopes[factors + index] = network.inputSlopes[index];
    atRest -= network.inputSlopes[index] * taste[factors + index];
  }
  const along = (table: Float32Array, rated: number) => {
    let sum = 0;
    for (let index = 0; index < width; index++) sum += slopes[index] * table[rated * width + index];
    return sum / Math.sqrt(items.length);
  };
  const ofStars = Float64Array.from(items, (rated) => along(ratedFactors, rated));
  // a star more on any item raises b_v, and so takes from every residual that u is made of
  const ofBias = (1 - ofStars.reduce((sum, value) => sum + value, 0)) / (items.length + biasShrinkage);
  return {
    baseline: globalMean,
    contributions: ofStars.map((value, row) => residuals[row] * (value + ofBias) + along(seenFactors, items[row])),
    features: [
      { name: "liked by others", contribution: means[item] + biases[item] },
      { name: "the network at rest", contribution: atRest },
    ],
  };
}

/** The network with the viewer's side of its input set. */
function networkOf(taste: Float64Array, { shape, weights }: NeuralItems): Perceptron {
  const network = openPerceptron(shape.perceptron, weights);
  network.input.set(taste.subarray(shape.factors));
  return network;
}

function enterItem(network: Perceptron, item: number, { shape, itemFactors }: NeuralItems): void {
  const start = item * shape.width + shape.factors;
  for (let index = 0; index < shape.inputs; index++) {
    network.input[shape.inputs + index] = itemFactors[start + index];
  }
}
