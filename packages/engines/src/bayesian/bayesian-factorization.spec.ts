import { describe, expect, it } from "vitest";
import { selectRows } from "../dataset/dataset-rows.ts";
import type { Model } from "../engine.types.ts";
import { bayesianMfEngine } from "./bayesian-mf.engine.ts";
import { bayesianSvdPlusPlusEngine } from "./bayesian-svd-plus-plus.engine.ts";
import { type SimulatedStars, simulateStars } from "./simulated-stars.fixtures.ts";

const chains = { rank: 3, iterations: 120, burnIn: 40, draws: 24 };
const noise = 0.5;
const simulated = simulateStars({ users: 200, items: 60, noise });
const steps = simulateStars({ users: 200, items: 60, noise, step: 0.5 });

/** Root mean square error and coverage over the tested ratings of the users that `asked` takes. */
function judge(model: Model, { tested, profileOf }: SimulatedStars, asked: (user: number) => boolean = () => true) {
  let square = 0;
  let covered = 0;
  let count = 0;
  for (const [user, ratings] of Map.groupBy(tested, (rating) => rating.user)) {
    if (!asked(user)) continue;
    const items = Int32Array.from(ratings, ({ item }) => item);
    const { mean, low, high } = model.predicts!.predict(profileOf(user), items);
    ratings.forEach(({ stars }, row) => {
      square += (mean[row] - stars) ** 2;
      if (low[row] <= stars && stars <= high[row]) covered++;
    });
    count += ratings.length;
  }
  return { rmse: Math.sqrt(square / count), coverage: covered / count };
}

describe.each([
  { engine: "bayesian-mf", fit: bayesianMfEngine.fit, hyperparameters: chains },
  ...["gaussian", "both"].map((likelihood) => ({
    engine: `bayesian-svd-plus-plus, ${likelihood}`,
    fit: bayesianSvdPlusPlusEngine.fit,
    hyperparameters: { ...chains, likelihood },
  })),
])("$engine", ({ fit, hyperparameters }) => {
  it("predicts little worse than the noise, in intervals that cover what they say", () => {
    const model = fit(steps.training, { seed: 1, hyperparameters });
    const { rmse, coverage } = judge(model, steps);
    expect(rmse).toBeLessThan(1.2 * Math.hypot(noise, 0.5 / Math.sqrt(12)));
    expect(coverage).toBeGreaterThan(0.87);
    expect(coverage).toBeLessThan(0.94);
  });

  it("knows a viewer it has never seen as well as those it learned from", () => {
    const { users } = steps.training;
    const isNew = (user: number) => user % 5 === 0;
    const known = Int32Array.from(users.keys()).filter((row) => !isNew(users[row]));
    const whole = fit(steps.training, { seed: 1, hyperparameters });
    const part = fit(selectRows(steps.training, known), { seed: 1, hyperparameters });
    expect(judge(part, steps, isNew).rmse).toBeLessThan(1.08 * judge(whole, steps, isNew).rmse);
  });
});

describe("bayesian-svd-plus-plus", () => {
  const hyperparameters = { ...chains, likelihood: "gaussian" };

  it("expects of a viewer what is usual for his kind, and says so", () => {
    const { training } = simulateStars({ users: 200, items: 60, noise, sexEffect: 0.4 });
    const model = bayesianSvdPlusPlusEngine.fit(training, { seed: 1, hyperparameters });
    const viewer = (sex?: string) => ({
      items: new Int32Array(0),
      stars: new Float32Array(0),
      ratedAt: new Float64Array(0),
      ...(sex && { attributes: { sex } }),
    });
    const everyItem = Int32Array.from(training.itemIds.keys());
    const meanOf = (sex?: string) => {
      const { mean } = model.predicts!.predict(viewer(sex), everyItem);
      return mean.reduce((sum, stars) => sum + stars, 0) / mean.length;
    };
    expect(meanOf("F") - meanOf("M")).toBeGreaterThan(0.6);
    expect(meanOf("F") - meanOf("M")).toBeLessThan(0.9);
    expect(meanOf("never heard of")).toBe(meanOf());
    const { features } = model.explains!.explain(viewer("F"), 3);
    expect(features.find(({ name }) => name === "sex: F")!.contribution).toBeGreaterThan(0.1);
  });

  it("is sure of what it has seen much of", () => {
    const model = bayesianSvdPlusPlusEngine.fit(simulated.training, { seed: 1, hyperparameters });
    const width = (profile: Parameters<NonNullable<Model["predicts"]>["predict"]>[0]) => {
      const { low, high } = model.predicts!.predict(profile, Int32Array.of(4));
      return high[0] - low[0];
    };
    const whole = simulated.profileOf(1);
    const stranger = {
      ...whole,
      items: whole.items.slice(0, 1),
      stars: whole.stars.slice(0, 1),
      ratedAt: whole.ratedAt.slice(0, 1),
    };
    expect(width(whole)).toBeLessThan(width(stranger));
    // noise alone makes 2 · 1.645 · .5 stars
    expect(width(whole)).toBeGreaterThan(1.4);
  });

  it("learns the training ratings round by round", () => {
    const losses: number[] = [];
    bayesianSvdPlusPlusEngine.fit(simulated.training, {
      ...{ seed: 1, hyperparameters, onEpoch: ({ loss }) => losses.push(loss) },
    });
    expect(losses).toHaveLength(chains.iterations);
    expect(losses.at(-1)).toBeLessThan(losses[0] * 0.9);
  });
});
