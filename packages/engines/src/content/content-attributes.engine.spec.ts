import { describe, expect, it } from "vitest";
import { describeEngineContract } from "../contract/engine-contract.suite.ts";
import { emptyProfile, plantedTastes, profileOfTaste } from "../contract/planted-tastes.ts";
import { buildAttribute } from "../dataset/attributes.ts";
import { type Dataset, EngineInputError } from "../engine.types.ts";
import { type ContentAttributesHyperparameters, contentAttributesEngine } from "./content-attributes.engine.ts";

describeEngineContract(contentAttributesEngine, { answer: "taste" });

/** Four films, of which the last has no rating. */
const films: Dataset = {
  userCount: 1,
  itemCount: 4,
  itemIds: Int32Array.of(1, 2, 3, 4),
  users: Int32Array.of(0, 0, 0),
  items: Int32Array.of(0, 1, 2),
  stars: Float32Array.of(5, 4, 1),
  ratedAt: new Float64Array(3),
  itemAttributes: [
    buildAttribute("plot", [["alien", "alien", "ship"], ["alien", "crew", "once"], ["crew"], ["alien", "ship"]]),
    buildAttribute("cast", [["Weaver", "Hurt"], ["Weaver"], [], ["Hurt", "Holm"]]),
  ],
  itemYears: Int16Array.of(1979, 1986, 0, 1979),
};
const none = Object.fromEntries(
  Object.keys(contentAttributesEngine.hyperparameters)
    .filter((each) => each.endsWith("Weight"))
    .map((each) => [each, 0]),
);
const modelWith = (weights: Partial<ContentAttributesHyperparameters>) =>
  contentAttributesEngine.fit(films, { seed: 1, hyperparameters: { ...none, ...weights } });
const liked = (...items: number[]) => ({
  items: Int32Array.from(items),
  stars: new Float32Array(items.length).fill(5),
  ratedAt: new Float64Array(items.length),
});

describe("content by attributes", () => {
  it("is the cosine of TF-IDF computed by hand", () => {
    const scores = modelWith({ plotWeight: 1 }).recommends!.scoreItems(liked(0));
    const [alien, crew, ship] = [3, 2, 2].map((having) => Math.log(5 / (1 + having)) + 1);
    const first = [(1 + Math.log(2)) * alien, 0, ship];
    const rows = [first, [alien, crew, 0], [0, crew, 0], [alien, 0, ship]];
    rows.forEach((row, item) => {
      const dot = row.reduce((sum, value, term) => sum + value * first[term], 0);
      expect(scores[item]).toBeCloseTo(dot / (Math.hypot(...row) * Math.hypot(...first)), 5);
    });
  });

  it("is the cosine of counts for categories, and 0 where nothing is known", () => {
    const scores = modelWith({ castWeight: 3 }).recommends!.scoreItems(liked(0));
    expect([...scores]).toEqual([1, Math.SQRT1_2, 0, 0.5].map((value) => expect.closeTo(value, 5)));
  });

  it("adds attributes by weight", () => {
    const both = modelWith({ plotWeight: 3, castWeight: 1 }).recommends!.scoreItems(liked(0));
    const plot = modelWith({ plotWeight: 1 }).recommends!.scoreItems(liked(0));
    const cast = modelWith({ castWeight: 1 }).recommends!.scoreItems(liked(0));
    both.forEach((score, item) => {
      expect(score).toBeCloseTo(0.75 * plot[item] + 0.25 * cast[item], 5);
    });
  });

  it("finds years alike by their distance, up to twenty years", () => {
    const { similarities } = modelWith({ yearWeight: 1 }).findsSimilar!;
    const [, after7, unknown, same] = similarities(0);
    expect(same).toBeCloseTo(1, 5);
    expect(after7).toBeGreaterThan(0.5);
    expect(after7).toBeLessThan(0.9);
    expect(unknown).toBe(0);
  });

  it("recommends a film that nobody rated", () => {
    const [, , , unrated] = modelWith({ plotWeight: 1, votesWeight: 1 }).recommends!.scoreItems(liked(0));
    expect(unrated).toBeGreaterThan(0.1);
  });

  it("names what a film shares with those the viewer liked and disliked", () => {
    const { explains } = modelWith({ castWeight: 1, plotWeight: 1 });
    const profile = { ...liked(0, 2), stars: Float32Array.of(5, 1) };
    const { terms, contributions } = explains!.explain(profile, 1);
    const byName = Object.fromEntries(terms!.map(({ name, contribution }) => [name, contribution]));
    expect(byName["cast: Weaver"]).toBeGreaterThan(0);
    expect(byName["plot: crew"]).toBeLessThan(0);
    expect(Object.keys(byName)).not.toContain("plot: once");
    expect(contributions.map(({ item }) => item)).toEqual([0, 2]);
    expect(contributions[1].contribution).toBeCloseTo(byName["plot: crew"], 6);
  });

  it("scores everything 0 for an empty profile and for one of neutral ratings", () => {
    const model = contentAttributesEngine.fit(plantedTastes(), { seed: 1 });
    const neutral = { ...profileOfTaste(0), stars: new Float32Array(8).fill(2.75) };
    for (const profile of [emptyProfile, neutral]) {
      expect(model.recommends!.scoreItems(profile).every((score) => score === 0)).toBe(true);
    }
  });

  it("needs the items' attributes", () => {
    const { itemAttributes: _, ...unknown } = films;
    expect(() => contentAttributesEngine.fit(unknown, { seed: 1 })).toThrow(EngineInputError);
  });
});
