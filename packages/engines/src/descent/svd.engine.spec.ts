import { expect, it } from "vitest";
import { describeEngineContract } from "../contract/engine-contract.suite.ts";
import { itemsOfTaste, plantedTastes, profileOfTaste } from "../contract/planted-tastes.ts";
import { svdEngine } from "./svd.engine.ts";

describeEngineContract(svdEngine, { answer: "taste" });

it("predicts high stars for a viewer's taste and low ones for the other, after eight ratings", () => {
  const { predicts } = svdEngine.fit(plantedTastes(), { seed: 1 });
  const { mean: liked } = predicts!.predict(profileOfTaste(0), itemsOfTaste(0).slice(5));
  const { mean: disliked } = predicts!.predict(profileOfTaste(0), itemsOfTaste(1).slice(3));
  expect(Math.min(...liked)).toBeGreaterThan(Math.max(...disliked) + 1);
});

it("is surer of a viewer it knows than of a new one", () => {
  const { predicts } = svdEngine.fit(plantedTastes(), { seed: 1 });
  const width = (ratings: number) => {
    const { items, stars, ratedAt } = profileOfTaste(0);
    const profile = {
      items: items.slice(0, ratings),
      stars: stars.slice(0, ratings),
      ratedAt: ratedAt.slice(0, ratings),
    };
    const { low, high } = predicts!.predict(profile, Int32Array.of(30));
    return high[0] - low[0];
  };
  expect(width(8)).toBeLessThanOrEqual(width(0));
});
