import { expect, it } from "vitest";
import { describeEngineContract } from "../contract/engine-contract.suite.ts";
import { emptyProfile, itemsOfTaste, plantedTastes } from "../contract/planted-tastes.ts";
import { svdPlusPlusEngine } from "./svd-plus-plus.engine.ts";

describeEngineContract(svdPlusPlusEngine, { answer: "taste" });

it("learns from what was rated, whatever the stars", () => {
  const { explains, predicts } = svdPlusPlusEngine.fit(plantedTastes(), { seed: 1 });
  const { globalMean, liked } = { globalMean: explains!.explain(emptyProfile, 0).baseline, liked: itemsOfTaste(0) };
  const watched = {
    items: liked.slice(0, 8),
    stars: new Float32Array(8).fill(globalMean),
    ratedAt: new Float64Array(8),
  };
  const [same, other] = [0, 1].map((taste) => {
    const { mean } = predicts!.predict(watched, itemsOfTaste(taste).slice(8));
    return mean.reduce((sum, stars) => sum + stars, 0) / mean.length;
  });
  expect(same).toBeGreaterThan(other + 0.1);
});
