// MiniLM's vectors of many texts, kept in a folder so that a broken run goes on where it stopped.
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { dimensions } from "../src/distilled-table.ts";
import type { Embedder } from "../src/index.ts";

const chunkSize = 2048;
const keyBytes = 20;
const vectorBytes = dimensions * Float16Array.BYTES_PER_ELEMENT;

/**
 * The texts' unit vectors, row-major, at half precision. A file holds a chunk: the keys of its texts, which hash model and
 * text, then their vectors. What is in the folder is not embedded again. The embedders work side by side.
 */
export async function embedWithCache(
  texts: readonly string[],
  embedders: readonly Embedder[],
  folder: string,
): Promise<Float16Array> {
  await mkdir(folder, { recursive: true });
  const keys = texts.map((text) => hashText(text, embedders[0].hash));
  const known = await readKeys(folder);
  const missing = texts.filter((_, row) => !known.has(keys[row]));
  // Neighbors in a chunk are of like length, which pads least.
  missing.sort((a, b) => a.length - b.length);
  const starts = Array.from({ length: Math.ceil(missing.length / chunkSize) }, (_, chunk) => chunk * chunkSize);
  const embedChunks = async (embedder: Embedder) => {
    for (let start = starts.pop(); start !== undefined; start = starts.pop()) {
      const chunk = missing.slice(start, start + chunkSize);
      await writeChunk(folder, chunk, embedder.hash, new Float16Array(await embedder.embed(chunk)));
      console.log(`${starts.length} of ${Math.ceil(missing.length / chunkSize)} chunks are left to embed`);
    }
  };
  await Promise.all(embedders.map(embedChunks));
  return readVectors(folder, keys);
}

/** A file is there whole or not at all. */
async function writeChunk(folder: string, chunk: readonly string[], modelHash: string, vectors: Float16Array) {
  const keys = chunk.map((text) => hashText(text, modelHash));
  const path = join(folder, `${createHash("sha1").update(keys.join()).digest("hex")}.vectors`);
  const parts = [...keys.map((key) => Buffer.from(key, "hex")), new Uint8Array(vectors.buffer)];
  await writeFile(`${path}.part`, Buffer.concat(parts));
  await rename(`${path}.part`, path);
}

async function readKeys(folder: string): Promise<Set<string>> {
  const known = new Set<string>();
  for await (const { keys } of readChunks(folder)) for (const key of keys) known.add(key);
  return known;
}

async function readVectors(folder: string, keys: readonly string[]): Promise<Float16Array> {
  const rows = new Map(keys.map((key, row) => [key, row]));
  const vectors = new Float16Array(keys.length * dimensions);
  for await (const chunk of readChunks(folder)) {
    chunk.keys.forEach((key, index) => {
      const row = rows.get(key);
      if (row === undefined) return;
      vectors.set(chunk.vectors.subarray(index * dimensions, (index + 1) * dimensions), row * dimensions);
    });
  }
  return vectors;
}

async function* readChunks(folder: string): AsyncGenerator<{ keys: string[]; vectors: Float16Array }> {
  for (const name of (await readdir(folder)).sort()) {
    if (!name.endsWith(".vectors")) continue;
    const bytes = await readFile(join(folder, name));
    const count = bytes.length / (keyBytes + vectorBytes);
    const keys = Array.from({ length: count }, (_, index) =>
      bytes.toString("hex", index * keyBytes, (index + 1) * keyBytes),
    );
    // Sliced by the buffer, because a view must begin at a multiple of two.
    const start = bytes.byteOffset + count * keyBytes;
    yield { keys, vectors: new Float16Array(bytes.buffer.slice(start, bytes.byteOffset + bytes.length)) };
  }
}

function hashText(text: string, modelHash: string): string {
  return createHash("sha1").update(modelHash).update(text).digest("hex");
}
