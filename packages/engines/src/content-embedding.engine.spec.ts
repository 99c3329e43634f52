import { describe, expect, it } from "vitest";
import { contentEmbeddingEngine } from "./content-embedding.engine.ts";
import { EngineInputError } from "./engine.types.ts";
import { describeEngineContract } from "./engine-contract.suite.ts";
import { plantedTastes, profileOfTaste } from "./planted-tastes.ts";

describeEngineContract(contentEmbeddingEngine, { answer: "taste" });

describe("content by embeddings", () => {
  const dataset = plantedTastes();
  const profile = profileOfTaste(0);

  it("stays within .01 of the exact cosine with one byte a value", () => {
    const { recommends } = contentEmbeddingEngine.fit(dataset, { seed: 1 });
    const one = { items: Int32Array.of(5), stars: Float32Array.of(5), ratedAt: Float64Array.of(0) };
    const scores = recommends!.scoreItems(one);
    const { dimensions, values } = dataset.itemVectors!;
    for (let item = 3; item < dataset.itemCount; item++) {
      let exact = 0;
      for (let index = 0; index < dimensions; index++) {
        exact += values[5 * dimensions + index] * values[item * dimensions + index];
      }
      expect(Math.abs(scores[item] - exact)).toBeLessThan(0.01);
    }
  });

  it("is drawn to what was liked and away from what was disliked", () => {
    const { explains } = contentEmbeddingEngine.fit(dataset, { seed: 1 });
    const { contributions } = explains!.explain(profile, profile.items[0] + 6);
    expect(contributions[0].item).toBeLessThanOrEqual(profile.items[4]);
    const disliked = explains!.explain(profile, profile.items[5] + 6);
    expect(disliked.score).toBeLessThan(0);
  });

  it("weighs a rating half after the half-life", () => {
    const { explains } = contentEmbeddingEngine.fit(dataset, { seed: 1, hyperparameters: { halfLifeDays: 10 } });
    const twice = {
      items: Int32Array.of(5, 6),
      stars: Float32Array.of(5, 5),
      ratedAt: Float64Array.of(1_000_000, 1_000_000 + 10 * 86_400),
    };
    const { contributions } = explains!.explain(twice, 5);
    const { contributions: even } = explains!.explain({ ...twice, ratedAt: new Float64Array(2) }, 5);
    const share = (parts: typeof contributions) =>
      parts.find(({ item }) => item === 5)!.contribution / parts.find(({ item }) => item === 6)!.contribution;
    expect(share(contributions)).toBeCloseTo(share(even) / 2, 6);
  });

  it("needs the items' vectors", () => {
    const { itemVectors: _, ...textless } = dataset;
    expect(() => contentEmbeddingEngine.fit(textless, { seed: 1 })).toThrow(EngineInputError);
  });
});
