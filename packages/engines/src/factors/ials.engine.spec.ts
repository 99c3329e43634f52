import { describe, expect, it } from "vitest";
import { describeEngineContract } from "../contract/engine-contract.suite.ts";
import { emptyProfile, itemsOfTaste, plantedTastes, profileOfTaste } from "../contract/planted-tastes.ts";
import { EngineInputError, type EngineProfile, type NewItem } from "../engine.types.ts";
import { ialsEngine } from "./ials.engine.ts";

describeEngineContract(ialsEngine, { answer: "taste" });

const dataset = plantedTastes();
const model = ialsEngine.fit(dataset, { seed: 1 });

it("a viewer's score is the least squares solution: its gradient is zero", () => {
  const [confidence, unobservedWeight, regularization] = [5, 0.5, 2];
  const fitted = ialsEngine.fit(dataset, {
    seed: 1,
    hyperparameters: {
      factors: 4,
      confidence,
      unobservedWeight,
      regularization,
      regularizationExponent: 0,
      starWeight: 0.1,
    },
  });
  const profile = profileOfTaste(1);
  const { values, dimensions } = fitted.itemFactors!;
  const scores = fitted.recommends!.scoreItems(profile);
  const y = (item: number) => Array.from(values.subarray(item * dimensions, (item + 1) * dimensions));
  const gradient = new Float64Array(dimensions);
  for (let item = 0; item < dataset.itemCount; item++) {
    const row = profile.items.indexOf(item);
    const weight = row < 0 ? unobservedWeight : confidence * (1 + 0.1 * (profile.stars[row] - 3));
    y(item).forEach((value, factor) => {
      gradient[factor] += weight * ((row < 0 ? 0 : 1) - scores[item]) * value;
    });
  }
  // at the solution Σ c·(p − x·y)·y = λx, so that y·gradient = λ·(x·y) for every item
  for (let item = 0; item < dataset.itemCount; item++) {
    const product = y(item).reduce((sum, value, factor) => sum + value * gradient[factor], 0);
    expect(Math.abs(product - regularization * scores[item])).toBeLessThan(1e-4);
  }
});

it("lowers its loss with every pass, and the exact solver ends where many steps end", () => {
  const settings = { factors: 8, epochs: 12 };
  const curve = (solver: string, conjugateGradientSteps: number) => {
    const losses: number[] = [];
    ialsEngine.fit(dataset, {
      seed: 1,
      hyperparameters: { ...settings, solver, conjugateGradientSteps },
      onEpoch: ({ epoch, loss }) => {
        losses.push(loss);
        expect(epoch).toBe(losses.length);
      },
    });
    return losses;
  };
  const [exact, approached] = [curve("cholesky", 1), curve("conjugate-gradients", 20)];
  expect(exact).toEqual(exact.toSorted((a, b) => b - a));
  exact.forEach((loss, epoch) => {
    expect(Math.abs(approached[epoch] - loss)).toBeLessThan(1e-3 * loss);
  });
});

it("counts a loved film more than a disliked one, and both more than none", () => {
  const profile = profileOfTaste(0);
  const item = itemsOfTaste(0)[10];
  const scoreWith = (stars: number) => {
    const { contributions } = model.explains!.explain({ ...profile, stars: profile.stars.with(0, stars) }, item);
    return contributions.find((each) => each.item === profile.items[0])!.contribution;
  };
  expect(scoreWith(5)).toBeGreaterThan(scoreWith(1));
  expect(scoreWith(1)).toBeGreaterThan(0);
});

describe("new items", () => {
  const itemId = dataset.itemIds.at(-1)! + 3;
  const raterOf = (taste: number, stars: number) => ({ profile: profileOfTaste(taste), stars });

  it("come where their raters' taste is", () => {
    const items: NewItem[] = [
      { itemId, raters: [raterOf(0, 5), raterOf(0, 4)] },
      { itemId: itemId + 9, raters: [raterOf(2, 4.5), raterOf(2, 4)] },
      { itemId: itemId + 10, raters: [] },
    ];
    const extended = model.addsItems!.addItems(items);
    expect([...extended.itemIds]).toEqual([...dataset.itemIds, itemId, itemId + 9, itemId + 10]);
    const [first, second, third] = [0, 1, 2].map((index) => dataset.itemCount + index);
    const ofFirst = extended.recommends!.scoreItems(profileOfTaste(0));
    expect(ofFirst[first]).toBeGreaterThan(ofFirst[second]);
    expect(ofFirst[third]).toBe(0);
    expect(extended.recommends!.scoreItems(profileOfTaste(2))[second]).toBeGreaterThan(ofFirst[second]);
    expect(ialsEngine.load(extended.save()).recommends!.scoreItems(profileOfTaste(0))).toEqual(ofFirst);
    expect(model.itemIds.length).toBe(dataset.itemCount);
  });

  it("get nearly the factors that training would have given them", () => {
    const raters = Array.from({ length: dataset.userCount }, (_, user) => user).filter((user) => user % 3 === 0);
    const profileOf = (user: number): EngineProfile => {
      const rows = [...dataset.users.keys()].filter((row) => dataset.users[row] === user);
      return {
        items: Int32Array.from(rows, (row) => dataset.items[row]),
        stars: Float32Array.from(rows, (row) => dataset.stars[row]),
        ratedAt: Float64Array.from(rows, (row) => dataset.ratedAt[row]),
      };
    };
    const extended = model.addsItems!.addItems([
      { itemId, raters: raters.map((user) => ({ profile: profileOf(user), stars: 4.5 })) },
    ]);
    const trained = ialsEngine.fit(
      {
        userCount: dataset.userCount,
        itemCount: dataset.itemCount + 1,
        itemIds: extended.itemIds,
        users: Int32Array.of(...dataset.users, ...raters),
        items: Int32Array.of(...dataset.items, ...raters.map(() => dataset.itemCount)),
        stars: Float32Array.of(...dataset.stars, ...raters.map(() => 4.5)),
        ratedAt: Float64Array.of(...dataset.ratedAt, ...raters.map(() => 2e9)),
      },
      { seed: 1 },
    );
    const [folded, fitted] = [extended, trained].map(
      ({ recommends }) => recommends!.scoreItems(profileOfTaste(0))[dataset.itemCount],
    );
    expect(Math.abs(folded - fitted)).toBeLessThan(0.15 * fitted);
  });

  it("are refused with known ids, out of order or with impossible stars", () => {
    const raters = [raterOf(0, 5)];
    for (const items of [
      [{ itemId: dataset.itemIds[4], raters }],
      [
        { itemId: itemId + 1, raters },
        { itemId, raters },
      ],
      [{ itemId, raters: [raterOf(0, 7)] }],
      [{ itemId, raters: [raterOf(0, Number.NaN)] }],
    ]) {
      expect(() => model.addsItems!.addItems(items)).toThrow(EngineInputError);
    }
  });
});

it("scores everything 0 for a viewer without ratings", () => {
  expect(model.recommends!.scoreItems(emptyProfile).every((score) => score === 0)).toBe(true);
});
