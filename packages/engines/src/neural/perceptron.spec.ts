import { expect, it } from "vitest";
import { createRandom } from "../dataset/random.ts";
import { openPerceptron, randomWeights, weightCount } from "./perceptron.ts";

const shape = { inputs: 6, first: 8, second: 4 };
const random = createRandom(3);
// as whole 64ths, so that a small change of a float32 weight is what it is meant to be
const weights = Float32Array.from({ length: weightCount(shape) }, () => Math.round((2 * random() - 1) * 64) / 64);
const input = Float64Array.from({ length: 6 }, () => 2 * random() - 1);

function runWith(changed: Float32Array, given: Float64Array): number {
  const network = openPerceptron(shape, changed);
  network.input.set(given);
  return network.run();
}

it("makes as many weights as the shape needs", () => {
  expect(randomWeights(shape, random)).toHaveLength(weights.length);
});

it("finds the slopes by its inputs and weights", () => {
  const network = openPerceptron(shape, weights);
  network.input.set(input);
  const output = network.run();
  network.findSlopes();
  const step = 2 ** -12;
  input.forEach((value, index) => {
    const slope = (runWith(weights, input.with(index, value + step)) - output) / step;
    expect(network.inputSlopes[index]).toBeCloseTo(slope, 6);
  });
  const slopes = new Float64Array(weights.length);
  network.addWeightSlopes(1, slopes);
  weights.forEach((value, index) => {
    expect(slopes[index]).toBeCloseTo((runWith(weights.with(index, value + step), input) - output) / step, 3);
  });
});
