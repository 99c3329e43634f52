import { expect, it } from "vitest";
import { describeEngineContract } from "../contract/engine-contract.suite.ts";
import { itemsOfTaste, plantedTastes, profileOfTaste } from "../contract/planted-tastes.ts";
import { neuralMfEngine } from "./neural-mf.engine.ts";

describeEngineContract(neuralMfEngine, { answer: "taste" });

it("predicts high stars for a viewer's taste and low ones for the other, after eight ratings", () => {
  const { predicts } = neuralMfEngine.fit(plantedTastes(), { seed: 1 });
  const { mean: liked } = predicts!.predict(profileOfTaste(0), itemsOfTaste(0).slice(5));
  const { mean: disliked } = predicts!.predict(profileOfTaste(0), itemsOfTaste(1).slice(3));
  expect(Math.min(...liked)).toBeGreaterThan(Math.max(...disliked) + 1);
});

it("gives the training curve, falling", () => {
  const losses: number[] = [];
  neuralMfEngine.fit(plantedTastes(), { seed: 1, onEpoch: ({ loss }) => losses.push(loss) });
  expect(losses).toHaveLength(neuralMfEngine.hyperparameters.epochs.default as number);
  expect(losses.at(-1)).toBeLessThan(losses[0]);
});
