import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Embedder } from "./embedder.types.ts";
import { filmTriples } from "./film-triples.fixture.ts";
import { startMiniLmEmbedder } from "./minilm.embedder.ts";

const modelsFolder = process.env.TEST_MODELS;
const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, d) => sum + value * b[d], 0);
const getRow = (vectors: Float32Array, row: number) => vectors.subarray(row * 384, (row + 1) * 384);

describe("startMiniLmEmbedder without a model", () => {
  it("says which folder does not exist", async () => {
    await expect(startMiniLmEmbedder({ modelsFolder: "no/such/folder" })).rejects.toThrow(
      /^The models folder .*no.such.folder does not exist; name the folder that holds Xenova\/all-MiniLM-L6-v2\.$/,
    );
  });

  it("says which file is missing", async () => {
    const folder = mkdtempSync(join(tmpdir(), "matinee-models-"));
    await expect(startMiniLmEmbedder({ modelsFolder: folder })).rejects.toThrow(/config\.json is missing; download/);
    rmSync(folder, { recursive: true });
  });
});

describe("startMiniLmEmbedder with a damaged model", () => {
  it("says that it stopped, and why", async () => {
    const folder = mkdtempSync(join(tmpdir(), "matinee-models-"));
    const model = join(folder, "Xenova/all-MiniLM-L6-v2");
    mkdirSync(join(model, "onnx"), { recursive: true });
    for (const file of ["config.json", "tokenizer.json", "tokenizer_config.json", "onnx/model_quantized.onnx"]) {
      writeFileSync(join(model, file), "half a file");
    }
    const starting = startMiniLmEmbedder({ modelsFolder: folder });
    await expect(starting).rejects.toThrow(/^MiniLM stopped \(.+\); check its files and start it again\.$/);
    rmSync(folder, { recursive: true });
  });
});

describe.skipIf(!modelsFolder)("MiniLM in its thread (needs TEST_MODELS)", () => {
  let embedder: Embedder;
  beforeAll(async () => {
    embedder = await startMiniLmEmbedder({ modelsFolder: modelsFolder! });
  });
  afterAll(() => embedder.close());

  it("finds the related sentence closer in all of 20 triples", async () => {
    const vectors = await embedder.embed(filmTriples.flat());
    const margins = filmTriples.map((_, index) => {
      const anchor = getRow(vectors, 3 * index);
      return dot(anchor, getRow(vectors, 3 * index + 1)) - dot(anchor, getRow(vectors, 3 * index + 2));
    });
    expect(margins.filter((margin) => margin <= 0)).toEqual([]);
    expect(embedder).toMatchObject({
      name: "minilm-l6-v2",
      dimensions: 384,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it("agrees with itself alone and in batches of other texts, row by row in the order of the texts", async () => {
    const texts = filmTriples.flat();
    const together = await embedder.embed(texts);
    for (const index of [0, 17, 41, 59]) {
      const alone = await embedder.embed([texts[index]]);
      expect(dot(alone, alone)).toBeCloseTo(1, 4);
      // q8 rounds by the range of the whole batch.
      expect(dot(alone, getRow(together, index))).toBeGreaterThan(0.98);
    }
  });

  it("reads no more than 256 tokens", async () => {
    const start = `${filmTriples[0].join(" ")} `.repeat(8);
    const vectors = await Promise.all(["", "vampire ".repeat(400)].map((end) => embedder.embed([start + end])));
    expect(dot(vectors[0], vectors[1])).toBeCloseTo(1, 4);
  });

  it("embeds an empty text and no text at all", async () => {
    expect(await embedder.embed([])).toHaveLength(0);
    const vector = await embedder.embed([""]);
    expect(dot(vector, vector)).toBeCloseTo(1, 4);
  });

  it("leaves the event loop free and tells its progress", async () => {
    const texts = Array.from({ length: 96 }, (_, index) => `${filmTriples[index % 20].join(" ")} ${index}`);
    const ticksAtProgress: number[] = [];
    const progress: number[] = [];
    let ticks = 0;
    let counting = true;
    const count = () => {
      ticks++;
      if (counting) setImmediate(count);
    };
    setImmediate(count);
    await embedder.embed(texts, {
      onProgress: (done) => {
        progress.push(done);
        ticksAtProgress.push(ticks);
      },
    });
    counting = false;
    expect(progress).toEqual([32, 64, 96]);
    // A batch takes about 100 ms; on a blocked loop there would be a tick or two between batches.
    expect(ticks / progress.length).toBeGreaterThan(100);
    expect(ticksAtProgress.every((value, index) => index === 0 || value > ticksAtProgress[index - 1])).toBe(true);
  });

  it("answers a short question before a long list is done", async () => {
    const finished: string[] = [];
    const list = embedder.embed(new Array(320).fill(filmTriples[0][0])).then(() => finished.push("list"));
    const question = embedder.embed(["a shark film"]).then(() => finished.push("question"));
    await Promise.all([list, question]);
    expect(finished).toEqual(["question", "list"]);
  });

  it("stops when the signal says so, and goes on with others", async () => {
    const controller = new AbortController();
    const progress: number[] = [];
    const embedding = embedder.embed(new Array(960).fill("a film"), {
      signal: controller.signal,
      onProgress: (done) => {
        progress.push(done);
        controller.abort();
      },
    });
    await expect(embedding).rejects.toThrow("aborted");
    expect(progress).toEqual([32]);
    expect(await embedder.embed(["a film"])).toHaveLength(384);
  });

  it("refuses more calls than it lets wait", async () => {
    const calls = await Promise.allSettled(Array.from({ length: 300 }, () => embedder.embed(["a film"])));
    const refused = calls.filter((call) => call.status === "rejected");
    expect(refused).toHaveLength(44);
    expect(String(refused[0].reason)).toBe("EmbedderError: 256 calls already wait for MiniLM; try again later.");
  });

  it("ends its thread on close, rejecting what is under way", async () => {
    const closing = await startMiniLmEmbedder({ modelsFolder: modelsFolder! });
    const countWorkers = () => process.getActiveResourcesInfo().filter((name) => name === "MessagePort").length;
    const before = countWorkers();
    const embedding = closing.embed(new Array(640).fill("a film about nothing"));
    const rejection = expect(embedding).rejects.toThrow("MiniLM is closed; start it again to embed.");
    await closing.close();
    await rejection;
    expect(countWorkers()).toBeLessThan(before);
    await expect(closing.embed(["a film"])).rejects.toThrow("closed");
    await closing.close();
  });
});
