import { expect, it } from "vitest";
import { bayesianMfEngine } from "../bayesian/bayesian-mf.engine.ts";
import { withShortChains } from "../bayesian/short-chains.fixtures.ts";
import { describeEngineContract } from "../contract/engine-contract.suite.ts";
import { emptyProfile, plantedTastes } from "../contract/planted-tastes.ts";
import type { Dataset, Model } from "../engine.types.ts";
import { itemKnnEngine } from "../neighbors/item-knn.engine.ts";
import type { MemberEngine } from "./member-engines.ts";
import { ratingStack } from "./rating-stack.ts";

/** Predicts the same stars for everything, whatever it was fitted on. */
function constantEngine(name: MemberEngine["name"], stars: (item: number) => number): MemberEngine {
  const modelOf = (itemIds: Int32Array): Model => ({
    engine: name,
    itemIds,
    predicts: {
      predict(_profile, items) {
        const mean = Float32Array.from(items, stars);
        return { mean, low: mean.map((value) => value - 1), high: mean.map((value) => value + 1), level: 0.9 };
      },
    },
    save: () => new Uint8Array(0),
  });
  return {
    name,
    capabilities: ["predicts"],
    hyperparameters: {},
    fit: ({ itemIds }) => modelOf(itemIds),
    load: () => modelOf(new Int32Array(0)),
  };
}

const dataset = plantedTastes();

describeEngineContract(ratingStack("rating-stack", [withShortChains(bayesianMfEngine), itemKnnEngine]), {
  answer: "taste",
});

it("finds the mixture that the stars are", () => {
  const truth: Dataset = { ...dataset, stars: Float32Array.from(dataset.items, (item) => (item % 2 === 0 ? 4.5 : 2)) };
  const even = constantEngine("svd", (item) => (item % 2 === 0 ? 4 : 3));
  const noise = constantEngine("nmf", (item) => 2 + (item % 5) / 2);
  const model = ratingStack("rating-stack", [even, noise]).fit(truth, { seed: 1 });
  const { mean, low, high } = model.predicts!.predict(emptyProfile, Int32Array.of(10, 11));
  // the first member alone would say 4 and 3
  expect(mean[0]).toBeGreaterThan(4.3);
  expect(mean[1]).toBeLessThan(2.3);
  expect(high[0]).toBe(5);
  expect(low[1]).toBeCloseTo(mean[1] - 1, 5);
});
