import { expect, it } from "vitest";
import { emptyProfile } from "../contract/planted-tastes.ts";
import { createRandom } from "../dataset/random.ts";
import { foldInNonNegative, nonNegativeContributions } from "./non-negative-viewer.ts";
import { predictedStars } from "./ridge-viewer.ts";

const random = createRandom(5);
const model = {
  globalMean: 3.5,
  biases: Float32Array.from({ length: 40 }, () => random() - 0.5),
  factors: { factorCount: 12, values: Float32Array.from({ length: 40 * 12 }, () => random()) },
  regularization: { perViewer: 0.3, perRating: 0.01 },
};

function randomProfile(ratings: number) {
  const items = Int32Array.from({ length: ratings }, (_, row) => (row * 7) % 40);
  return { items, stars: Float32Array.from(items, () => 1 + 4 * random()), ratedAt: new Float64Array(ratings) };
}

it.each([1, 5, 20, 40])(
  "of %i ratings finds the minimum: no slope on free places, none that would help on the others",
  (n) => {
    const profile = randomProfile(n);
    const { solution, residuals, free } = foldInNonNegative(profile, model);
    const rowOf = (item: number) => [1, ...model.factors.values.subarray(item * 12, item * 12 + 12)];
    const errors = residuals.map(
      (residual, row) =>
        residual - rowOf(profile.items[row]).reduce((sum, value, index) => sum + value * solution[index], 0),
    );
    solution.forEach((value, index) => {
      const pull = errors.reduce((sum, error, row) => sum + error * rowOf(profile.items[row])[index], 0);
      const slope = pull - (0.3 + 0.01 * n) * value;
      if (free.includes(index)) expect(slope).toBeCloseTo(0, 8);
      else expect(slope).toBeLessThanOrEqual(1e-8);
      if (index > 0) expect(value).toBeGreaterThanOrEqual(0);
    });
  },
);

it("takes predicted stars apart by rating", () => {
  const profile = randomProfile(25);
  const viewer = foldInNonNegative(profile, model);
  for (const item of [3, 31]) {
    const total = nonNegativeContributions(viewer, item, model).reduce((sum, each) => sum + each, 0);
    const [stars] = predictedStars(viewer, Int32Array.of(item), model);
    expect(model.globalMean + model.biases[item] + total).toBeCloseTo(stars, 5);
  }
});

it("gives zeros for a viewer without ratings", () => {
  expect([...foldInNonNegative(emptyProfile, model).solution]).toEqual(new Array(13).fill(0));
});
