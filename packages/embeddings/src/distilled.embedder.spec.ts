import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadDistilledEmbedder } from "./distilled.embedder.ts";
import { filmTriples } from "./film-triples.fixture.ts";

const embedder = await loadDistilledEmbedder();

function embedOne(text: string): Float32Array {
  const vector = new Float32Array(384);
  embedder.embedText(text, vector);
  return vector;
}
const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, d) => sum + value * b[d], 0);
const similarity = (a: string, b: string) => dot(embedOne(a), embedOne(b));

describe("the distilled embedder", () => {
  // Measured: 20 of 20, mean margin .41, as MiniLM itself.
  it("finds the related sentence closer in all of 20 triples, by .35 on average", () => {
    const margins = filmTriples.map(
      ([anchor, related, other]) => similarity(anchor, related) - similarity(anchor, other),
    );
    expect(margins).toHaveLength(20);
    expect(margins.filter((margin) => margin <= 0)).toEqual([]);
    expect(margins.reduce((sum, margin) => sum + margin, 0) / 20).toBeGreaterThan(0.35);
  });

  it("gives unit vectors, row by row in the order of the texts", async () => {
    const texts = filmTriples.flat();
    const vectors = await embedder.embed(texts);
    expect(vectors).toHaveLength(texts.length * embedder.dimensions);
    texts.forEach((text, index) => {
      const row = vectors.subarray(index * 384, (index + 1) * 384);
      expect(dot(row, row)).toBeCloseTo(1, 5);
      expect(row).toEqual(embedOne(text));
    });
  });

  it("gives the same vectors after loading again", async () => {
    const again = await loadDistilledEmbedder();
    expect(await again.embed(["A heist in a dream."])).toEqual(await embedder.embed(["A heist in a dream."]));
  });

  it("hears neither case nor accents", () => {
    expect(embedOne("AMÉLIE Poulain à Montmartre")).toEqual(embedOne("amelie poulain a montmartre"));
  });

  it("gives zeros for an empty text or unknown signs, and leaves nothing of what was there", () => {
    const vector = new Float32Array(384).fill(7);
    for (const text of ["", " \n", "🎬", "x".repeat(101)]) {
      vector.fill(7);
      expect(embedder.embedText(text, vector)).toBe(false);
      expect(vector).toEqual(new Float32Array(384));
    }
    expect(embedder.embedText("film", vector)).toBe(true);
  });

  it("weighs a rare word more than a common one", () => {
    expect(similarity("the werewolf", "werewolf")).toBeGreaterThan(similarity("the werewolf", "the"));
  });

  it("names the hash of its file", () => {
    const bytes = readFileSync(new URL("../data/distilled-minilm.bin", import.meta.url));
    expect(embedder.hash).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect(embedder.name).toBe("distilled-minilm");
  });

  it("tells its progress and gives other work a turn", async () => {
    const done: number[] = [];
    let ticks = 0;
    const interval = setInterval(() => ticks++, 0);
    const texts = Array.from({ length: 2000 }, (_, index) => `${filmTriples[index % 20].join(" ")} ${index}`);
    await embedder.embed(texts, { onProgress: (count) => done.push(count) });
    clearInterval(interval);
    expect(done).toEqual([256, 512, 768, 1024, 1280, 1536, 1792, 2000]);
    expect(ticks).toBeGreaterThan(0);
  });

  it("stops when the signal says so", async () => {
    const controller = new AbortController();
    const texts = new Array(1000).fill("a film");
    const embedding = embedder.embed(texts, { signal: controller.signal, onProgress: () => controller.abort() });
    await expect(embedding).rejects.toThrow("aborted");
  });
});
