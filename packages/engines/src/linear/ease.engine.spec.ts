import { describe, expect, it } from "vitest";
import { describeEngineContract } from "../contract/engine-contract.suite.ts";
import { plantedTastes, profileOfTaste } from "../contract/planted-tastes.ts";
import { buildAttribute } from "../dataset/attributes.ts";
import type { Dataset } from "../engine.types.ts";
import { easeEngine } from "./ease.engine.ts";
import { referenceInverse, referenceMatrix } from "./reference.fixtures.ts";
import { userEaseEngine } from "./user-ease.engine.ts";

describeEngineContract(easeEngine, { answer: "taste" });
describeEngineContract(userEaseEngine, { answer: "taste" });

const genres = buildAttribute(
  "genre",
  Array.from({ length: 64 }, (_, item) => (item % 3 === 0 ? ["Drama"] : ["Comedy", "Crime"].slice(0, item % 3))),
);
const dataset: Dataset = { ...plantedTastes(), itemAttributes: [genres] };
const everyRating = { fewestRatings: 1, keptWeights: 1000 };
const profile = profileOfTaste(1);

const settings = {
  regularization: 30,
  activityDamping: 0.5,
  popularityDamping: 0.2,
  genreWeight: 20,
  starWeight: 0.25,
};

/** Scores by the formulas alone, in float64; items nobody rated left out. */
function referenceScores(
  { regularization, activityDamping, popularityDamping, genreWeight, starWeight }: typeof settings,
  divisorOf: (diagonal: number) => number,
): number[] {
  const { rows, counts } = referenceMatrix(dataset);
  const { rows: graded } = referenceMatrix(dataset, (stars) => 1 + starWeight * (stars - 3));
  const rated = counts.flatMap((count, item) => (count > 0 ? [item] : []));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const activities = rows.map((row) => row.reduce((sum, value) => sum + value, 0));
  const scales = rated.map((item) => (counts[item]! / mean(rated.map((each) => counts[each]!))) ** -popularityDamping);
  const users = graded.map((row, user) => {
    const weight = Math.sqrt((activities[user]! / mean(activities)) ** -activityDamping);
    return rated.map((item, place) => weight * row[item]! * scales[place]!);
  });
  const terms = genres.terms.map((_, term) =>
    rated.map((item, place) => {
      const has = genres.columns.subarray(genres.starts[item], genres.starts[item + 1]).includes(term);
      return has ? Math.sqrt(genreWeight) * scales[place]! : 0;
    }),
  );
  const gram = rated.map((_, i) =>
    rated.map((_, j) => {
      const shared = [...users, ...terms].reduce((sum, row) => sum + row[i]! * row[j]!, 0);
      return shared + (i === j ? regularization : 0);
    }),
  );
  const inverse = referenceInverse(gram);
  const scores = counts.map(() => 0);
  rated.forEach((item, i) => {
    profile.items.forEach((from, row) => {
      const j = rated.indexOf(from);
      if (j < 0 || i === j) return;
      const weight = 1 + starWeight * (profile.stars[row]! - 3);
      scores[item]! += (weight * scales[j]! * -inverse[j]![i]!) / (divisorOf(inverse[i]![i]!) * scales[i]!);
    });
  });
  return scores;
}

describe("the closed form", () => {
  it.each([
    ["as Steck has it", { ...settings, activityDamping: 0, popularityDamping: 0, genreWeight: 0, starWeight: 0 }],
    ["weighted, with genres", settings],
  ])("%s", (_, given) => {
    const hyperparameters = { ...everyRating, ...given };
    const byItems = easeEngine.fit(dataset, { seed: 1, hyperparameters }).recommends!.scoreItems(profile);
    referenceScores(given, (diagonal) => diagonal).forEach((score, item) => {
      expect(byItems[item]).toBeCloseTo(score, 5);
    });
    const byUsers = userEaseEngine.fit(dataset, { seed: 1, hyperparameters }).recommends!.scoreItems(profile);
    referenceScores(given, () => 1 / given.regularization).forEach((score, item) => {
      expect(byUsers[item]).toBeCloseTo(score, 5);
    });
  });

  it("orders a training viewer's unrated items as the regression on all other viewers does", () => {
    const { rows, counts } = referenceMatrix(dataset);
    const [own, ...others] = rows;
    const regularization = 30;
    const dot = (a: readonly number[], b: readonly number[]) =>
      a.reduce((sum, value, item) => sum + value * b[item]!, 0);
    const kernel = others.map((a, row) => others.map((b, column) => dot(a, b) + (row === column ? regularization : 0)));
    const inverse = referenceInverse(kernel);
    const likeness = others.map((other) => dot(own!, other));
    const shares = inverse.map((row) => dot(row, likeness));
    const expected = counts.map((_, item) => others.reduce((sum, other, row) => sum + shares[row]! * other[item]!, 0));

    const plain = { ...everyRating, activityDamping: 0, popularityDamping: 0, genreWeight: 0, starWeight: 0 };
    const model = userEaseEngine.fit(dataset, { seed: 1, hyperparameters: { ...plain, regularization } });
    const items = dataset.items.filter((_, row) => dataset.users[row] === 0);
    const viewer = { items, stars: new Float32Array(items.length).fill(4), ratedAt: new Float64Array(items.length) };
    const scores = model.recommends!.scoreItems(viewer);
    const unrated = counts.flatMap((count, item) => (count > 0 && own![item] === 0 ? [item] : []));
    const ratios = unrated.map((item) => expected[item]! / scores[item]!);
    for (const ratio of ratios) expect(ratio).toBeCloseTo(ratios[0]!, 3);
    expect(ratios[0]).toBeGreaterThan(1);
  });
});

it("leaves genres out where there are none, and stars where their weight is 0", () => {
  const fit = (given: Dataset, genreWeight: number) =>
    easeEngine.fit(given, { seed: 1, hyperparameters: { ...everyRating, genreWeight, starWeight: 0 } });
  const { itemAttributes: _, ...withoutGenres } = dataset;
  expect(fit(withoutGenres, 20).save()).toEqual(fit(withoutGenres, 0).save());
  expect(fit(dataset, 20).save()).not.toEqual(fit(dataset, 0).save());
  const { recommends } = fit(dataset, 20);
  const disliked = { ...profile, stars: profile.stars.map(() => 0.5) };
  expect(recommends!.scoreItems(disliked)).toEqual(recommends!.scoreItems(profile));
});

it("keeps the most rated items and each one's largest weights", () => {
  const hyperparameters = { mostItems: 10, keptWeights: 3 };
  const model = easeEngine.fit(dataset, { seed: 1, hyperparameters });
  const { counts } = referenceMatrix(dataset);
  const tenth = counts.toSorted((a, b) => b - a)[9]!;
  const items = Int32Array.from(dataset.itemIds.keys());
  const everything = { items, stars: new Float32Array(64).fill(3), ratedAt: new Float64Array(64) };
  const scored = model.recommends!.scoreItems(everything);
  expect(scored.filter((score) => score !== 0).length).toBeLessThanOrEqual(10);
  scored.forEach((score, item) => {
    if (score !== 0) expect(counts[item]).toBeGreaterThanOrEqual(tenth);
  });
  const alone = { items: Int32Array.of(0), stars: Float32Array.of(3), ratedAt: Float64Array.of(0) };
  expect(model.recommends!.scoreItems(alone).filter((score) => score !== 0)).toHaveLength(3);
});
