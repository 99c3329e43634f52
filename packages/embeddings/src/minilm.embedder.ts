import { resolve } from "node:path";
import { limitConcurrency } from "./concurrency.ts";
import { dimensions } from "./distilled-table.ts";
import { type Embedder, EmbedderError, type EmbedOptions } from "./embedder.types.ts";
import { hashMiniLmFiles } from "./minilm.files.ts";
import { startMiniLmThread } from "./minilm.thread.ts";

/** Texts of a batch are padded to its longest: 32 of like length keep two cores busy. */
const batchSize = 32;
/** One batch in work, one ready behind it; a short question waits for two batches, not for a whole catalog. */
const batchesInFlight = 2;
const maximumCalls = 256;

export interface MiniLmOptions {
  /** Holds `Xenova/all-MiniLM-L6-v2` as Transformers.js lays it out; nothing is downloaded. */
  readonly modelsFolder: string;
  /** One thread at low priority, for long lists that nobody waits for; all cores when not named. */
  readonly background?: boolean;
}

/**
 * all-MiniLM-L6-v2 at int8 in a worker thread: mean of the last states, unit length, texts cut at 256 tokens.
 * `embed` rejects with EmbedderError when 256 calls already wait, after `close`, or when the thread died.
 * Throws EmbedderError when the folder or a file of the model is missing, or the model does not load.
 */
export async function startMiniLmEmbedder({ background = false, ...options }: MiniLmOptions): Promise<Embedder> {
  const modelsFolder = resolve(options.modelsFolder);
  const hash = await hashMiniLmFiles(modelsFolder);
  const thread = await startMiniLmThread({ modelsFolder, background });
  const takeTurn = limitConcurrency(batchesInFlight);
  let calls = 0;

  async function embedAll(texts: readonly string[], { onProgress, signal }: EmbedOptions): Promise<Float32Array> {
    const vectors = new Float32Array(texts.length * dimensions);
    const batches = batchByLength(texts);
    let done = 0;

    async function embedNext(): Promise<void> {
      for (let batch = batches.pop(); batch; batch = batches.pop()) {
        const indexes = batch;
        const values = await takeTurn(() => {
          signal?.throwIfAborted();
          return thread.embedBatch(indexes.map((index) => texts[index]));
        });
        signal?.throwIfAborted();
        indexes.forEach((index, row) => {
          vectors.set(values.subarray(row * dimensions, (row + 1) * dimensions), index * dimensions);
        });
        done += indexes.length;
        onProgress?.(done, texts.length);
      }
    }

    await Promise.all(Array.from({ length: batchesInFlight }, embedNext));
    return vectors;
  }

  async function embed(texts: readonly string[], embedOptions: EmbedOptions = {}): Promise<Float32Array> {
    embedOptions.signal?.throwIfAborted();
    if (calls >= maximumCalls) throw new EmbedderError(`${calls} calls already wait for MiniLM; try again later.`);
    calls++;
    try {
      return await embedAll(texts, embedOptions);
    } finally {
      calls--;
    }
  }

  return { name: "minilm-l6-v2", dimensions, hash, embed, close: thread.close };
}

/** Indexes of the texts, 32 of like length together; the longest last. */
function batchByLength(texts: readonly string[]): number[][] {
  const order = texts.map((_, index) => index).sort((a, b) => texts[a].length - texts[b].length);
  const batches: number[][] = [];
  for (let start = 0; start < order.length; start += batchSize) batches.push(order.slice(start, start + batchSize));
  return batches;
}
