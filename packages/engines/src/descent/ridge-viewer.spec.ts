import { expect, it } from "vitest";
import { emptyProfile } from "../contract/planted-tastes.ts";
import { createRandom } from "../dataset/random.ts";
import { foldInViewer } from "./ridge-viewer.ts";

const random = createRandom(5);
const factors = { factorCount: 6, values: Float32Array.from({ length: 40 * 6 }, () => random() - 0.5) };
const items = Int32Array.from({ length: 15 }, (_, row) => row * 2);
const profile = {
  items,
  stars: Float32Array.from(items, () => 1 + random() * 4),
  ratedAt: new Float64Array(items.length),
};
const model = {
  globalMean: 3.5,
  biases: new Float32Array(40).fill(0.25),
  factors,
  regularization: { perViewer: 0.7, perRating: 0.05 },
};

it("finds the minimum: the gradient of Σ(residual − X·x)² + xᵀΛx is zero there", () => {
  const { solution, residuals } = foldInViewer(profile, model);
  expect(residuals[3]).toBeCloseTo(profile.stars[3] - 3.75, 12);
  const rowOf = (item: number) => [1, ...factors.values.subarray(item * 6, item * 6 + 6)];
  const errors = residuals.map(
    (residual, row) => residual - rowOf(items[row]).reduce((sum, value, index) => sum + value * solution[index], 0),
  );
  solution.forEach((value, index) => {
    const pull = errors.reduce((sum, error, row) => sum + error * rowOf(items[row])[index], 0);
    expect(pull - (0.7 + 0.05 * 15) * value).toBeCloseTo(0, 9);
  });
});

it("gives zeros for a viewer without ratings", () => {
  expect([...foldInViewer(emptyProfile, model).solution]).toEqual(new Array(7).fill(0));
});
