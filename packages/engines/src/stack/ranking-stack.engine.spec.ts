import { expect, it } from "vitest";
import { describeEngineContract } from "../contract/engine-contract.suite.ts";
import { plantedTastes, profileOfTaste } from "../contract/planted-tastes.ts";
import { rankingStackEngine } from "./ranking-stack.engine.ts";

describeEngineContract(rankingStackEngine, { answer: "taste" });

it("passes a member's hyperparameters on", () => {
  const dataset = plantedTastes();
  const few = rankingStackEngine.fit(dataset, { seed: 1, hyperparameters: { "ials.factors": 4 } });
  expect(few.itemFactors?.dimensions).toBe(4);
});

it("names the viewer's own ratings of the taste as reasons", () => {
  const model = rankingStackEngine.fit(plantedTastes(), { seed: 1 });
  const profile = profileOfTaste(0);
  const { contributions } = model.explains!.explain(profile, 12);
  expect(profile.stars[profile.items.indexOf(contributions[0].item)]).toBeGreaterThanOrEqual(4);
});
