// Does the table see films as MiniLM does? On texts that had no part in making it.
import { join } from "node:path";
import { expect, it } from "vitest";
import { compareNeighbors } from "../scripts/agreement.ts";
import { readTextFile, splitHeldOut } from "../scripts/read-texts.ts";
import { loadDistilledEmbedder } from "./distilled.embedder.ts";
import { dimensions } from "./distilled-table.ts";
import { startMiniLmEmbedder } from "./minilm.embedder.ts";

const { TEST_DATA: data, TEST_MODELS: modelsFolder } = process.env;

it.skipIf(!data || !modelsFolder)(
  "orders 2,000 unseen film texts much as MiniLM does (needs TEST_DATA and TEST_MODELS)",
  async () => {
    const films = await readTextFile(join(data!, "wikipedia-movies.json.gz"));
    const texts = splitHeldOut(films.records).heldOut.slice(0, 2000);
    const minilm = await startMiniLmEmbedder({ modelsFolder: modelsFolder! });
    const expected = await minilm.embed(texts);
    await minilm.close();
    const actual = await (await loadDistilledEmbedder()).embed(texts);
    const { overlap, rankCorrelation } = compareNeighbors(actual, expected, dimensions);
    // Measured: .45 and .72.
    expect(overlap).toBeGreaterThan(0.42);
    expect(rankCorrelation).toBeGreaterThan(0.69);
  },
  600_000,
);
