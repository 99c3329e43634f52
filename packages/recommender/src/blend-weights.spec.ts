import { expect, it } from "vitest";
import { rankingModels } from "./blend-weights.ts";
import { similarityModel } from "./fixtures/similarity-model.ts";
import { bayesianAverage, catalog, contentEmbedding, itemKnn, snapshotOf, svd } from "./fixtures/two-tastes.ts";
import { indexedModels } from "./snapshot-index.ts";

const contentAttributes = similarityModel({
  engine: "content-attributes",
  itemIds: catalog.movieIds,
  similarity: () => 0,
});
const enginesOf = (...[models, family]: Parameters<typeof rankingModels>) =>
  rankingModels(models, family).map(({ engine }) => engine);

it("lets the best promoted group stand for a family", () => {
  const all = indexedModels(snapshotOf(itemKnn, svd, contentEmbedding, contentAttributes, bayesianAverage));
  expect(enginesOf(all, "collaborative")).toEqual(["item-knn", "svd"]);
  expect(enginesOf(all, "content")).toEqual(["content-attributes"]);
  const some = indexedModels(snapshotOf(svd, contentEmbedding));
  expect(enginesOf(some, "collaborative")).toEqual(["svd"]);
  expect(enginesOf(some, "content")).toEqual(["content-embedding"]);
  expect(enginesOf(some, "statistical")).toEqual([]);
});
