import { expect, it } from "vitest";
import { describeEngineContract } from "../contract/engine-contract.suite.ts";
import { plantedTastes } from "../contract/planted-tastes.ts";
import { nmfEngine } from "./nmf.engine.ts";

describeEngineContract(nmfEngine, { answer: "taste" });

it("has no factor below zero", () => {
  const { itemFactors, addsItems } = nmfEngine.fit(plantedTastes(), { seed: 1 });
  expect(addsItems).toBeDefined();
  const { dimensions, values } = itemFactors!;
  // the last of each row is the item's bias and popularity
  const factors = values.filter((_, at) => at % dimensions < dimensions - 1);
  expect(Math.min(...factors)).toBe(0);
  expect(Math.max(...factors)).toBeGreaterThan(0.1);
});
