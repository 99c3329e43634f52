import { describe, expect, it } from "vitest";
import { describeEngineContract } from "../contract/engine-contract.suite.ts";
import { plantedTastes, profileOfTaste } from "../contract/planted-tastes.ts";
import { userKnnEngine } from "./user-knn.engine.ts";

describeEngineContract(userKnnEngine, { answer: "taste" });

const rated = (items: readonly number[], stars: readonly number[]) => ({
  items: Int32Array.from(items),
  stars: Float32Array.from(stars),
  ratedAt: new Float64Array(items.length),
});

describe("user-knn", () => {
  // Viewer 0 rated items 0 and 1, viewer 1 items 0 and 2, viewer 2 item 3, all with 3 stars.
  const dataset = {
    ...plantedTastes(),
    userCount: 3,
    users: Int32Array.of(0, 0, 1, 1, 2),
    items: Int32Array.of(0, 1, 0, 2, 3),
    stars: new Float32Array(5).fill(3),
    ratedAt: new Float64Array(5),
  };
  const plain = { starWeight: 0, popularityDamping: 0 };

  it("scores by the cosine of what both watched, shrunk by how much that is", () => {
    const scores = (shrinkage: number) =>
      userKnnEngine
        .fit(dataset, { seed: 1, hyperparameters: { ...plain, shrinkage } })
        .recommends!.scoreItems(rated([0, 1], [3, 3]));
    expect(scores(0)[1]).toBeCloseTo(1, 6);
    expect(scores(0)[2]).toBeCloseTo(1 / 2, 6);
    expect(scores(0)[3]).toBe(0);
    expect(scores(2)[2]).toBeCloseTo(1 / 2 / 3, 6);
  });

  it("explains by the ratings that make viewers similar", () => {
    const model = userKnnEngine.fit(dataset, { seed: 1, hyperparameters: { ...plain, shrinkage: 0 } });
    const { contributions } = model.explains!.explain(rated([0, 1, 3], [3, 3, 3]), 2);
    const contributionOf = (item: number) => contributions.find((each) => each.item === item)!.contribution;
    expect(contributionOf(0)).toBeCloseTo(1 / Math.sqrt(6), 6);
    expect([contributionOf(1), contributionOf(3)]).toEqual([0, 0]);
  });

  it.each(["cosine", "adjusted-cosine", "pearson-baseline"])("predicts by %s what alike viewers gave", (similarity) => {
    // Two camps of ten viewers that agree within and disagree with each other on items 0 to 5.
    const camps = {
      ...plantedTastes(),
      userCount: 20,
      users: Int32Array.from({ length: 120 }, (_, row) => Math.floor(row / 6)),
      items: Int32Array.from({ length: 120 }, (_, row) => row % 6),
      stars: Float32Array.from({ length: 120 }, (_, row) => ((Math.floor(row / 6) + row) % 2 ? 4.5 : 1.5)),
      ratedAt: new Float64Array(120),
    };
    const hyperparameters = { similarity, nearest: 5, ratingShrinkage: 1 };
    const { predicts } = userKnnEngine.fit(camps, { seed: 1, hyperparameters });
    const predicted = (stars: readonly number[]) =>
      predicts!.predict(rated([0, 1, 2, 3], stars), Int32Array.of(5)).mean[0];
    expect(predicted([1.5, 4.5, 1.5, 4.5])).toBeGreaterThan(predicted([4.5, 1.5, 4.5, 1.5]) + 1);
  });

  it("keeps no more viewers than asked, and answers whoever they were", () => {
    const size = (viewers: number) =>
      userKnnEngine.fit(plantedTastes(), { seed: 1, hyperparameters: { viewers } }).save().length;
    expect(size(120)).toBeGreaterThan(4 * size(12));
    expect(size(120)).toBe(size(20_000));
    const byLabel = (user: number) => 119 - user;
    const relabelled = { ...plantedTastes(), users: plantedTastes().users.map(byLabel) };
    const scores = userKnnEngine.fit(plantedTastes(), { seed: 1 }).recommends!.scoreItems(profileOfTaste(0));
    const others = userKnnEngine.fit(relabelled, { seed: 1 }).recommends!.scoreItems(profileOfTaste(0));
    scores.forEach((score, item) => {
      expect(others[item]).toBeCloseTo(score, 4);
    });
  });
});
