import { expect, it } from "vitest";
import { describeEngineContract } from "../contract/engine-contract.suite.ts";
import { plantedTastes, profileOfTaste } from "../contract/planted-tastes.ts";
import { mostRatedEngine } from "./most-rated.engine.ts";

describeEngineContract(mostRatedEngine, { answer: "consensus" });

it("counts ratings, whatever their stars", () => {
  const dataset = plantedTastes();
  const hated = { ...dataset, stars: dataset.stars.map(() => 0.5) };
  const scores = mostRatedEngine.fit(hated, { seed: 1 }).recommends!.scoreItems(profileOfTaste(0));
  expect(scores.reduce((sum, score) => sum + score)).toBe(dataset.stars.length);
  expect(scores[1]).toBe(dataset.items.filter((item) => item === 1).length);
});
