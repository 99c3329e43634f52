import type { ModelRow } from "@matinee/db";
import { expect, it } from "vitest";
import { orderByDuration, planFits } from "./plan-fits.ts";

it.each([
  { engines: 1, threads: undefined, cores: 2, plan: { fitsAtOnce: 1, threads: 2 } },
  { engines: 4, threads: undefined, cores: 2, plan: { fitsAtOnce: 2, threads: 1 } },
  { engines: 4, threads: undefined, cores: 1, plan: { fitsAtOnce: 1, threads: 1 } },
  { engines: 4, threads: undefined, cores: 8, plan: { fitsAtOnce: 2, threads: 4 } },
  { engines: 4, threads: 2, cores: 2, plan: { fitsAtOnce: 1, threads: 2 } },
  { engines: 1, threads: 1, cores: 2, plan: { fitsAtOnce: 1, threads: 1 } },
])("$engines engines on $cores cores, $threads threads asked for", ({ engines, threads, cores, plan }) => {
  expect(planFits(engines, threads, cores)).toEqual(plan);
});

it("begins with what took longest the last time, and before that with what never ran", () => {
  const trained = (id: number, engine: string, trainingSeconds: number) =>
    ({ id, engine, trainingSeconds }) as ModelRow;
  const models = [trained(3, "svd", 2), trained(2, "item-knn", 3), trained(1, "svd", 9)];
  expect(orderByDuration(["svd", "item-knn", "bayesian-average"], models)).toEqual([
    "bayesian-average",
    "item-knn",
    "svd",
  ]);
  expect(orderByDuration(["svd", "item-knn"], [])).toEqual(["svd", "item-knn"]);
});
