// What every engine must do, whatever it computes. A spec calls `describeEngineContract` with its engine.
import { describe, expect, it } from "vitest";
import { selectRows } from "../dataset/dataset-rows.ts";
import { type Dataset, EngineInputError, type EngineProfile, type Model } from "../engine.types.ts";
import { recommendItems, similarItems } from "../model/top-items.ts";
import type { AnyEngine } from "../registry.ts";
import { classicItems, emptyProfile, itemsOfTaste, plantedTastes, profileOfTaste } from "./planted-tastes.ts";

export interface EngineContractOptions {
  /** Whom the planted answer is for: each viewer's own taste, or what all viewers agree on. */
  readonly answer: "taste" | "consensus";
}

const seed = 7;
const tastes = [0, 1, 2];
const profiles: readonly EngineProfile[] = [...tastes.map(profileOfTaste), emptyProfile];

export function describeEngineContract(engine: AnyEngine, { answer }: EngineContractOptions): void {
  const dataset = plantedTastes();
  const model = engine.fit(dataset, { seed });
  const everyItem = Int32Array.from(dataset.itemIds.keys());

  describe(`the engine contract: ${engine.name}`, () => {
    it("announces what its models can do", () => {
      const parts = ["recommends", "predicts", "findsSimilar", "explains", "addsItems"] as const;
      expect(parts.filter((part) => model[part])).toEqual(parts.filter((part) => engine.capabilities.includes(part)));
    });
    if (model.recommends) describeRecommending(model, dataset, answer);
    if (model.predicts) describePredicting(model, everyItem);
    if (model.findsSimilar) describeSimilarity(model, dataset.itemCount);
    if (model.explains) describeExplaining(model, everyItem);
    describeFitting(engine, dataset);
    describeStorage(engine, model, everyItem);
    describeBadInput(engine, dataset);
  });
}

function describeRecommending(model: Model, { itemCount }: Dataset, answer: "taste" | "consensus"): void {
  const recommends = model.recommends!;

  it("finds the planted answer", () => {
    for (const taste of tastes) {
      const found = recommendItems(recommends, profileOfTaste(taste), { limit: 15 }).items;
      const wanted = answer === "taste" ? [...itemsOfTaste(taste), ...classicItems] : classicItems;
      const leading = found.subarray(0, answer === "taste" ? 15 : classicItems.length);
      expect(leading.filter((item) => wanted.includes(item)).length).toBeGreaterThanOrEqual(leading.length * 0.9);
    }
  });

  it("gives at most the limit, finite scores, best first, nothing rated or excluded", () => {
    for (const profile of profiles) {
      const excluded = new Uint8Array(itemCount);
      excluded.fill(1, 10, 20);
      for (const limit of [0, 1, 7, itemCount, itemCount * 10]) {
        const { items, scores } = recommendItems(recommends, profile, { limit, excluded });
        const left =
          itemCount - new Set([...profile.items, ...Array.from({ length: 10 }, (_, item) => 10 + item)]).size;
        expect(items.length).toBe(Math.min(limit, left));
        expect(new Set(items).size).toBe(items.length);
        expect(scores.every(Number.isFinite)).toBe(true);
        expect(scores).toEqual(scores.toSorted().reverse());
        expect(items.some((item) => excluded[item] === 1 || profile.items.includes(item))).toBe(false);
      }
    }
  });

  it("refuses a profile that does not fit the model", () => {
    const profile = (item: number, stars: number) => ({
      items: Int32Array.of(item),
      stars: Float32Array.of(stars),
      ratedAt: Float64Array.of(0),
    });
    const bad = [profile(itemCount, 4), profile(-1, 4), profile(0, Number.NaN), profile(0, 6)];
    for (const each of [...bad, { ...profile(0, 4), stars: new Float32Array(0) }]) {
      expect(() => recommends.scoreItems(each)).toThrow(EngineInputError);
    }
  });
}

function describePredicting(model: Model, everyItem: Int32Array): void {
  const predicts = model.predicts!;

  it("predicts stars from 0.5 to 5 within their interval", () => {
    for (const profile of profiles) {
      const { mean, low, high, level } = predicts.predict(profile, everyItem);
      expect(level).toBeGreaterThan(0.5);
      for (const item of everyItem) {
        expect(low[item]).toBeGreaterThanOrEqual(0.5);
        expect(mean[item]).toBeGreaterThanOrEqual(low[item]);
        expect(high[item]).toBeGreaterThanOrEqual(mean[item]);
        expect(high[item]).toBeLessThanOrEqual(5);
      }
    }
  });

  it("predicts many items as it predicts one", () => {
    const all = predicts.predict(profiles[0], everyItem).mean;
    for (const item of everyItem) expect(predicts.predict(profiles[0], Int32Array.of(item)).mean[0]).toBe(all[item]);
  });
}

function describeSimilarity(model: Model, itemCount: number): void {
  const findsSimilar = model.findsSimilar!;

  it("finds items of the same taste, best first, in [0, 1], never itself nor an excluded one", () => {
    for (const taste of tastes) {
      const [asked, ...others] = itemsOfTaste(taste);
      const excluded = new Uint8Array(itemCount);
      excluded[others[0]] = 1;
      const { items, scores } = similarItems(findsSimilar, asked, { limit: 8, excluded });
      expect(items.length).toBe(8);
      expect(items.filter((item) => others.includes(item)).length).toBeGreaterThanOrEqual(7);
      expect(items.includes(asked) || items.includes(others[0])).toBe(false);
      expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
      expect(scores).toEqual(scores.toSorted().reverse());
    }
  });

  it("answers for an item nobody rated and for a limit beyond the catalog", () => {
    for (let item = 0; item < itemCount; item++) {
      const { items, scores } = similarItems(findsSimilar, item, { limit: itemCount * 2 });
      expect(items.length).toBeLessThan(itemCount);
      expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
    }
  });
}

function describeExplaining(model: Model, everyItem: Int32Array): void {
  it("explains a score by parts that add up to it", () => {
    for (const profile of profiles) {
      const scores = model.recommends?.scoreItems(profile);
      for (const item of everyItem) {
        const { score, baseline, contributions, features, terms } = model.explains!.explain(profile, item);
        const parts = [...contributions, ...features].map(({ contribution }) => contribution);
        const total = parts.reduce((sum, part) => sum + part, baseline);
        expect(Math.abs(total - score)).toBeLessThanOrEqual(1e-4 * Math.abs(score) + 1e-7);
        if (scores) expect(Math.abs(score - scores[item])).toBeLessThanOrEqual(1e-4 * Math.abs(score) + 1e-6);
        const shared = terms?.reduce((sum, { contribution }) => sum + contribution, baseline) ?? score;
        expect(Math.abs(shared - score)).toBeLessThanOrEqual(1e-4 * Math.abs(score) + 1e-7);
        const added = contributions.map(({ contribution }) => contribution);
        expect(added).toEqual(added.toSorted((a, b) => b - a));
        expect(contributions.every((each) => profile.items.includes(each.item))).toBe(true);
      }
    }
  });
}

function describeFitting(engine: AnyEngine, dataset: Dataset): void {
  it("gives the same bytes for the same seed and leaves its input as it was", () => {
    const before = structuredClone(dataset);
    const profile = profileOfTaste(0);
    const first = engine.fit(dataset, { seed });
    first.recommends?.scoreItems(profile);
    first.explains?.explain(profile, 5);
    expect(engine.fit(dataset, { seed }).save()).toEqual(first.save());
    expect(dataset).toEqual(before);
    expect(profile).toEqual(profileOfTaste(0));
  });

  it("gives the same bytes with two threads", () => {
    expect(engine.fit(dataset, { seed, threads: 2 }).save()).toEqual(engine.fit(dataset, { seed }).save());
  });

  it("reports progress up to 1", () => {
    const shares: number[] = [];
    engine.fit(dataset, { seed, onProgress: (share) => shares.push(share) });
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBeCloseTo(1, 9);
  });
}

/** All that a model says, for comparison. */
function answersOf(model: Model, everyItem: Int32Array) {
  return profiles.map((profile) => ({
    engine: model.engine,
    itemIds: model.itemIds,
    scores: model.recommends?.scoreItems(profile),
    predictions: model.predicts?.predict(profile, everyItem),
    similar: model.findsSimilar?.similarities(5),
    explanation: model.explains?.explain(profile, 5),
  }));
}

function describeStorage(engine: AnyEngine, model: Model, everyItem: Int32Array): void {
  const bytes = model.save();

  it("answers the same after saving and loading", () => {
    const loaded = engine.load(bytes);
    expect(answersOf(loaded, everyItem)).toEqual(answersOf(model, everyItem));
    expect(loaded.save()).toEqual(bytes);
  });

  it("loads bytes that lie anywhere in a larger buffer", () => {
    const larger = new Uint8Array(bytes.length + 3);
    larger.set(bytes, 3);
    expect(answersOf(engine.load(larger.subarray(3)), everyItem)).toEqual(answersOf(model, everyItem));
  });

  it("refuses truncated and foreign bytes", () => {
    for (const length of [0, 5, 11, 40, bytes.length >> 1, bytes.length - 1]) {
      expect(() => engine.load(bytes.subarray(0, length))).toThrow(EngineInputError);
    }
    const longer = new Uint8Array(bytes.length + 8);
    longer.set(bytes);
    const otherEngine = new TextEncoder().encode('MATINEE1\u0012\0\0\0{"engine":"other"}');
    const broken = bytes.slice();
    broken.fill(33, 12, 20);
    for (const foreign of [longer, otherEngine, broken, new TextEncoder().encode("PK not a model at all")]) {
      expect(() => engine.load(foreign)).toThrow(EngineInputError);
    }
  });
}

function rowsWithoutUser({ users }: Dataset, user: number): Int32Array {
  return Int32Array.from(users.keys()).filter((row) => users[row] !== user);
}

function describeBadInput(engine: AnyEngine, dataset: Dataset): void {
  const rows = (count: number) => ({
    users: dataset.users.slice(0, count),
    items: dataset.items.slice(0, count),
    stars: dataset.stars.slice(0, count),
    ratedAt: dataset.ratedAt.slice(0, count),
  });

  const films = { ...dataset, ...rows(0), userCount: 0 };
  if (engine.fitsWithoutRatings) {
    it("answers from films alone, before anyone has rated one", () => {
      const model = engine.fit(films, { seed });
      for (const profile of profiles) expect(model.recommends!.scoreItems(profile).every(Number.isFinite)).toBe(true);
      expect(engine.load(model.save()).save()).toEqual(model.save());
    });
  } else {
    it("refuses films alone", () => expect(() => engine.fit(films, { seed })).toThrow(EngineInputError));
  }

  it.each<[string, Partial<Dataset>]>([
    ["no users", { userCount: 0 }],
    ["no items", { itemCount: 0, itemIds: new Int32Array(0) }],
    ["columns of different lengths", { items: dataset.items.slice(1) }],
    ["a user out of range", { users: dataset.users.with(3, dataset.userCount) }],
    ["an item out of range", { items: dataset.items.with(3, -1) }],
    ["NaN stars", { stars: dataset.stars.with(3, Number.NaN) }],
    ["stars out of range", { stars: dataset.stars.with(3, 5.5) }],
    ["a time that is no number", { ratedAt: dataset.ratedAt.with(3, Number.NaN) }],
    ["item ids out of order", { itemIds: dataset.itemIds.toReversed() }],
    ["vectors of another item count", { itemVectors: { dimensions: 16, values: new Float32Array(16) } }],
    ["NaN vectors", { itemVectors: { dimensions: 1, values: new Float32Array(dataset.itemCount).fill(Number.NaN) } }],
  ])("refuses data with %s", (_, change) => {
    expect(() => engine.fit({ ...dataset, ...change }, { seed })).toThrow(EngineInputError);
  });

  it("refuses hyperparameters that are NaN, out of range or unknown", () => {
    for (const [name, rule] of Object.entries(engine.hyperparameters)) {
      const outOfRange = "choices" in rule ? ["nothing", 1] : [rule.minimum - 1, rule.maximum + 1, "nothing"];
      for (const value of [Number.NaN, Number.POSITIVE_INFINITY, ...outOfRange]) {
        expect(() => engine.fit(dataset, { seed, hyperparameters: { [name]: value } })).toThrow(EngineInputError);
      }
    }
    expect(() => engine.fit(dataset, { seed, hyperparameters: { noSuchThing: 1 } })).toThrow(EngineInputError);
  });

  it("keeps the later of two ratings by the same user", () => {
    const repeated = { ...dataset, ratedAt: dataset.ratedAt.map((time, row) => (row === 4 ? 9e9 : time)) };
    const appended = {
      ...repeated,
      users: Int32Array.of(...dataset.users, dataset.users[4]),
      items: Int32Array.of(...dataset.items, dataset.items[4]),
      stars: Float32Array.of(...dataset.stars, 0.5),
      ratedAt: Float64Array.of(...repeated.ratedAt, 1),
    };
    expect(engine.fit(appended, { seed }).save()).toEqual(engine.fit(repeated, { seed }).save());
  });

  const one = {
    users: Int32Array.of(0),
    items: Int32Array.of(0),
    stars: Float32Array.of(4),
    ratedAt: Float64Array.of(0),
  };
  it.each<[string, Partial<Dataset>]>([
    ["one rating", one],
    ["one user", { userCount: 1, ...rows(12), users: new Int32Array(12) }],
    [
      "one item",
      {
        itemCount: 1,
        itemIds: Int32Array.of(9),
        ...one,
        itemVectors: { dimensions: 2, values: Float32Array.of(1, 0) },
        itemAttributes: [],
        itemYears: Int16Array.of(1980),
      },
    ],
    ["equal stars everywhere", { stars: dataset.stars.map(() => 3) }],
    ["the lowest stars everywhere", { stars: dataset.stars.map(() => 0.5) }],
    ["a user without ratings", selectRows(dataset, rowsWithoutUser(dataset, 3))],
    [
      "items of which nothing is known",
      { itemAttributes: [], itemYears: new Int16Array(dataset.itemCount), userAttributes: [] },
    ],
    ["vectors of zeros", { itemVectors: { dimensions: 4, values: new Float32Array(dataset.itemCount * 4) } }],
  ])("makes a sensible model of %s", (_, change) => {
    const poor = { ...dataset, ...change };
    const model = engine.fit(poor, { seed });
    const everyItem = Int32Array.from(poor.itemIds.keys());
    const first = { items: Int32Array.of(0), stars: Float32Array.of(0.5), ratedAt: Float64Array.of(0) };
    for (const profile of [emptyProfile, first]) {
      const predicted = model.predicts?.predict(profile, everyItem);
      expect(model.recommends?.scoreItems(profile).every(Number.isFinite) ?? true).toBe(true);
      expect(predicted?.mean.every((stars) => stars >= 0.5 && stars <= 5) ?? true).toBe(true);
      expect(Number.isFinite(model.explains?.explain(profile, 0).score ?? 0)).toBe(true);
      expect(model.findsSimilar?.similarities(0).every(Number.isFinite) ?? true).toBe(true);
    }
  });
}
