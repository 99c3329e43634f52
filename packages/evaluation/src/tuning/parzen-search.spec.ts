import { createRandom, type HyperparameterRule } from "@matinee/engines";
import { describe, expect, it } from "vitest";
import { type ParzenTrial, proposeHyperparameters } from "./parzen-search.ts";

const rules: Readonly<Record<string, HyperparameterRule>> = {
  rate: { description: "", minimum: 0.0001, maximum: 1, default: 0.5, logarithmic: true },
  factors: { description: "", minimum: 1, maximum: 64, default: 8, integer: true },
  kind: { description: "", choices: ["plain", "weighted", "sided"], default: "plain" },
};

/** Best at rate .01, 40 factors, weighted: where the loss is 0. */
function lossOf({ rate, factors, kind }: ParzenTrial["hyperparameters"]): number {
  return Math.abs(Math.log10(Number(rate)) + 2) + Math.abs(Number(factors) - 40) / 16 + (kind === "weighted" ? 0 : 1);
}

function search(count: number, seed: number): ParzenTrial[] {
  const random = createRandom(seed);
  const trials: ParzenTrial[] = [];
  while (trials.length < count) {
    const hyperparameters = proposeHyperparameters(rules, trials, random);
    trials.push({ hyperparameters, loss: lossOf(hyperparameters) });
  }
  return trials;
}

const bestOf = (trials: readonly ParzenTrial[]) => Math.min(...trials.map(({ loss }) => loss));

describe("proposeHyperparameters", () => {
  it("begins with the defaults and stays within the rules", () => {
    const trials = search(60, 1);
    expect(trials[0].hyperparameters).toEqual({ rate: 0.5, factors: 8, kind: "plain" });
    for (const { hyperparameters } of trials) {
      expect(hyperparameters.rate).toBeGreaterThanOrEqual(0.0001);
      expect(hyperparameters.rate).toBeLessThanOrEqual(1);
      expect(Number.isInteger(hyperparameters.factors)).toBe(true);
      expect(["plain", "weighted", "sided"]).toContain(hyperparameters.kind);
    }
  });

  it("draws by factors where a rule says so", () => {
    const rates = Array.from({ length: 40 }, (_, seed) => search(2, seed)[1].hyperparameters.rate);
    expect(rates.filter((rate) => Number(rate) < 0.01).length).toBeGreaterThan(10);
  });

  it("finds better settings than chance alone, over ten searches", () => {
    const seeds = Array.from({ length: 10 }, (_, seed) => seed);
    const guided = seeds.map((seed) => bestOf(search(40, seed)));
    const chance = seeds.map((seed) => {
      const random = createRandom(seed);
      const one = (): ParzenTrial => ({ hyperparameters: {}, loss: Number.NaN });
      return Math.min(...Array.from({ length: 40 }, () => lossOf(proposeHyperparameters(rules, [one()], random))));
    });
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    expect(sum(guided)).toBeLessThan(sum(chance) * 0.7);
  });

  it("goes the same way for the same seed", () => {
    expect(search(20, 3)).toEqual(search(20, 3));
  });
});
