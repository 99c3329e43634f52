import { describe, expect, it } from "vitest";
import { similarityModel } from "./fixtures/similarity-model.ts";
import { catalog } from "./fixtures/two-tastes.ts";
import { findIndex, indexedModels } from "./snapshot-index.ts";

describe("indexedModels", () => {
  it("matches movies and items both ways where either side lacks some, once per snapshot", () => {
    const model = similarityModel({ engine: "svd", itemIds: Int32Array.of(1, 4, 6, 9), similarity: () => 0 });
    const snapshot = {
      catalog: { ...catalog, movieIds: Int32Array.of(2, 4, 5, 9, 12) },
      models: { svd: { version: 1, model } },
    };
    const { svd } = indexedModels(snapshot);
    expect([...svd!.itemOfMovie]).toEqual([-1, 1, -1, 3, -1]);
    expect([...svd!.movieOfItem]).toEqual([-1, 1, -1, 3]);
    expect(indexedModels(snapshot).svd).toBe(svd);
  });
});

describe("findIndex", () => {
  it("finds every id and nothing else", () => {
    const ids = Int32Array.of(2, 4, 5, 9, 12);
    for (const [index, id] of ids.entries()) expect(findIndex(ids, id)).toBe(index);
    for (const id of [0, 3, 10, 13]) expect(findIndex(ids, id)).toBe(-1);
  });
});
