import { afterEach, describe, expect, it } from "vitest";
import { type Embedders, openEmbedders } from "./embedders.ts";
import { findMiniLm } from "./minilm.files.ts";

const modelsFolder = process.env.TEST_MODELS;
let embedders: Embedders;
afterEach(() => embedders.close());

describe("openEmbedders", () => {
  it("has the distilled table, and nothing for other hashes where no model is at hand", async () => {
    embedders = await openEmbedders({ choice: "auto", modelsFolder: "no/such/folder" });
    expect(await embedders.has(embedders.distilled.hash)).toBe(true);
    expect(await embedders.open(embedders.distilled.hash)).toBe(embedders.distilled);
    expect(await embedders.has("another hash")).toBe(false);
    expect(await embedders.open("another hash")).toBeNull();
  });

  it.skipIf(!modelsFolder)("starts MiniLM once when its vectors are asked for (needs TEST_MODELS)", async () => {
    embedders = await openEmbedders({ choice: "auto", modelsFolder: modelsFolder! });
    const hash = (await findMiniLm(modelsFolder!))!;
    expect(await embedders.has(hash)).toBe(true);
    const [first, second] = await Promise.all([embedders.open(hash), embedders.open(hash)]);
    expect(first).toMatchObject({ name: "minilm-l6-v2", hash });
    expect(second).toBe(first);
  });

  it.skipIf(!modelsFolder)("keeps MiniLM away where it was not chosen (needs TEST_MODELS)", async () => {
    embedders = await openEmbedders({ choice: "distilled", modelsFolder: modelsFolder! });
    const hash = (await findMiniLm(modelsFolder!))!;
    expect(await embedders.has(hash)).toBe(false);
    expect(await embedders.open(hash)).toBeNull();
  });
});
