import { describe, expect, it } from "vitest";
import { describeEngineContract } from "../contract/engine-contract.suite.ts";
import { plantedTastes, profileOfTaste } from "../contract/planted-tastes.ts";
import { EngineInputError } from "../engine.types.ts";
import { contentEmbeddingEngine } from "./content-embedding.engine.ts";

describeEngineContract(contentEmbeddingEngine, { answer: "taste" });

describe("content by embeddings", () => {
  const dataset = plantedTastes();
  const profile = profileOfTaste(0);

  it("is the cosine of the centered vectors, within .01 with one byte a value", () => {
    const { recommends } = contentEmbeddingEngine.fit(dataset, { seed: 1 });
    const one = { items: Int32Array.of(5), stars: Float32Array.of(5), ratedAt: Float64Array.of(0) };
    const scores = recommends!.scoreItems(one);
    const { dimensions, values } = dataset.itemVectors!;
    const rows = Array.from(dataset.itemIds, (_, item) => values.slice(item * dimensions, (item + 1) * dimensions));
    const texts = rows.filter((row) => row.some((value) => value !== 0));
    const mean = values
      .slice(0, dimensions)
      .map((_, index) => texts.reduce((sum, row) => sum + row[index], 0) / texts.length);
    const centered = rows.map((row) => row.map((value, index) => value - mean[index]));
    const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, index) => sum + value * b[index], 0);
    rows.forEach((row, item) => {
      const [a, b] = [centered[5], centered[item]];
      const exact = texts.includes(row) ? dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b)) : 0;
      expect(Math.abs(scores[item] - exact)).toBeLessThan(0.01);
    });
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
