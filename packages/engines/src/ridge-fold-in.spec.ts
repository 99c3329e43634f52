import { expect, it } from "vitest";
import { createRandom } from "./random.ts";
import { foldIn } from "./ridge-fold-in.ts";

const random = createRandom(5);
const factors = { factorCount: 6, values: Float32Array.from({ length: 40 * 6 }, () => random() - 0.5) };
const items = Int32Array.from({ length: 15 }, (_, row) => row * 2);
const residuals = Float64Array.from(items, () => random() * 4 - 2);
const regularization = { perViewer: 0.7, perRating: 0.05 };

it("finds the minimum: the gradient of Σ(residual − X·x)² + xᵀΛx is zero there", () => {
  const viewer = foldIn(items, residuals, factors, regularization);
  const rowOf = (item: number) => [1, ...factors.values.subarray(item * 6, item * 6 + 6)];
  const errors = residuals.map(
    (residual, row) => residual - rowOf(items[row]).reduce((sum, value, index) => sum + value * viewer[index], 0),
  );
  viewer.forEach((value, index) => {
    const pull = errors.reduce((sum, error, row) => sum + error * rowOf(items[row])[index], 0);
    expect(pull - (0.7 + 0.05 * 15) * value).toBeCloseTo(0, 9);
  });
});

it("gives zeros for a viewer without ratings", () => {
  expect([...foldIn(new Int32Array(0), new Float64Array(0), factors, regularization)]).toEqual(new Array(7).fill(0));
});
