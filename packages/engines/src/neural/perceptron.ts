// A multilayer perceptron of two hidden layers of rectified units and one linear output, one example at a time.
import type { Random } from "../dataset/random.ts";

export interface PerceptronShape {
  readonly inputs: number;
  readonly first: number;
  readonly second: number;
}

/**
 * Weights one after the other: first layer row by row, its offsets, second layer row by row, its offsets, output weights.
 * The output has no offset of its own.
 */
export function weightCount({ inputs, first, second }: PerceptronShape): number {
  return first * inputs + first + second * first + second + second;
}

/** Uniform within ±√(6 / inputs of the layer) (He et al. 2015), offsets zero; the output's ten times smaller. */
export function randomWeights({ inputs, first, second }: PerceptronShape, random: Random): Float32Array {
  const layer = (count: number, spread: number) => Array.from({ length: count }, () => (2 * random() - 1) * spread);
  return Float32Array.from([
    ...layer(first * inputs, Math.sqrt(6 / inputs)),
    ...new Float32Array(first),
    ...layer(second * first, Math.sqrt(6 / first)),
    ...new Float32Array(second),
    ...layer(second, 0.1 * Math.sqrt(6 / second)),
  ]);
}

export interface Perceptron {
  /** What the example goes in by. */
  readonly input: Float64Array;
  /** The output for `input`. */
  run(): number;
  /**
   * After `run`: the output's slope by each input, in `inputSlopes`. Between the corners of its units the network is linear,
   * so that output = what it gives for its offsets alone + Σ slope · input holds exactly with these slopes.
   */
  findSlopes(): void;
  readonly inputSlopes: Float64Array;
  /** After `findSlopes`: adds `scale` times the output's slope by each weight to `gradients`. */
  addWeightSlopes(scale: number, gradients: Float64Array): void;
}

export function openPerceptron(shape: PerceptronShape, weights: Float32Array): Perceptron {
  const { inputs, first, second } = shape;
  const firstOffsets = first * inputs;
  const secondWeights = firstOffsets + first;
  const secondOffsets = secondWeights + second * first;
  const outputWeights = secondOffsets + second;
  const input = new Float64Array(inputs);
  const inputSlopes = new Float64Array(inputs);
  const hidden = new Float64Array(first);
  const hiddenSlopes = new Float64Array(first);
  const upper = new Float64Array(second);
  const upperSlopes = new Float64Array(second);

  return {
    input,
    inputSlopes,
    run() {
      rectifiedLayer(weights, 0, firstOffsets, input, hidden);
      rectifiedLayer(weights, secondWeights, secondOffsets, hidden, upper);
      let output = 0;
      for (let unit = 0; unit < second; unit++) output += weights[outputWeights + unit] * upper[unit];
      return output;
    },
    findSlopes() {
      for (let unit = 0; unit < second; unit++) upperSlopes[unit] = upper[unit] > 0 ? weights[outputWeights + unit] : 0;
      slopesBelow(weights, secondWeights, upperSlopes, hiddenSlopes);
      for (let unit = 0; unit < first; unit++) if (hidden[unit] <= 0) hiddenSlopes[unit] = 0;
      slopesBelow(weights, 0, hiddenSlopes, inputSlopes);
    },
    addWeightSlopes(scale, gradients) {
      addOuter(scale, hiddenSlopes, input, gradients, 0);
      for (let unit = 0; unit < first; unit++) gradients[firstOffsets + unit] += scale * hiddenSlopes[unit];
      addOuter(scale, upperSlopes, hidden, gradients, secondWeights);
      for (let unit = 0; unit < second; unit++) {
        gradients[secondOffsets + unit] += scale * upperSlopes[unit];
        gradients[outputWeights + unit] += scale * upper[unit];
      }
    },
  };
}

function rectifiedLayer(
  weights: Float32Array,
  start: number,
  offsets: number,
  below: Float64Array,
  units: Float64Array,
): void {
  const width = below.length;
  for (let unit = 0; unit < units.length; unit++) {
    const row = start + unit * width;
    let sum = weights[offsets + unit];
    for (let index = 0; index < width; index++) sum += weights[row + index] * below[index];
    units[unit] = sum > 0 ? sum : 0;
  }
}

function slopesBelow(weights: Float32Array, start: number, slopes: Float64Array, below: Float64Array): void {
  const width = below.length;
  below.fill(0);
  for (let unit = 0; unit < slopes.length; unit++) {
    const slope = slopes[unit];
    if (slope === 0) continue;
    const row = start + unit * width;
    for (let index = 0; index < width; index++) below[index] += slope * weights[row + index];
  }
}

/** gradients[start …] += scale · slopes · belowᵀ */
function addOuter(
  scale: number,
  slopes: Float64Array,
  below: Float64Array,
  gradients: Float64Array,
  start: number,
): void {
  const width = below.length;
  for (let unit = 0; unit < slopes.length; unit++) {
    const slope = scale * slopes[unit];
    if (slope === 0) continue;
    const row = start + unit * width;
    for (let index = 0; index < width; index++) gradients[row + index] += slope * below[index];
  }
}
