import { expect, it } from "vitest";
import { describeEngineContract } from "../contract/engine-contract.suite.ts";
import { classicItems, emptyProfile, plantedTastes, profileOfTaste } from "../contract/planted-tastes.ts";
import { topItems } from "../model/top-items.ts";
import { bprEngine } from "./bpr.engine.ts";

describeEngineContract(bprEngine, { answer: "taste" });

it("ranks by popularity for a viewer without ratings", () => {
  const scores = bprEngine.fit(plantedTastes(), { seed: 1 }).recommends!.scoreItems(emptyProfile);
  expect([...topItems(scores, { limit: 3 }).items].sort()).toEqual([...classicItems]);
});

it("takes no step for a disliked film where stars weigh fully", () => {
  const model = bprEngine.fit(plantedTastes(), { seed: 1, hyperparameters: { starWeight: 1 } });
  const profile = profileOfTaste(0);
  const { contributions } = model.explains!.explain(profile, 20);
  for (const [row, item] of profile.items.entries()) {
    const { contribution } = contributions.find((each) => each.item === item)!;
    if (profile.stars[row] <= 2) expect(contribution).toBe(0);
    else expect(contribution).not.toBe(0);
  }
});
