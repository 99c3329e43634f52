import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { type DistilledMetadata, dimensions, listRows, readTable } from "./distilled-table.ts";
import { type Embedder, EmbedderError, type EmbedOptions } from "./embedder.types.ts";
import { positionWeight } from "./position-weight.ts";
import { addWeightedRows, writeUnit } from "./weighted-sum.ts";
import { createTokenizer, type Tokenize } from "./word-piece.ts";

/** Static sentence vectors: no model runs, a text costs microseconds. */
export interface DistilledEmbedder extends Embedder {
  /**
   * Writes the text's unit vector into `into` (384 values, overwritten) at once.
   * False, and zeros, when the text is empty or holds no known token.
   */
  embedText(text: string, into: Float32Array): boolean;
}

const dataFolder = new URL("../data/", import.meta.url);
/** Other work gets its turn after so many texts, about 10 ms. */
const textsPerTurn = 256;

/**
 * Reads the committed table (12 MB) and checks its hash.
 * A text's vector is the sum of its tokens' vectors, each times its SIF weight (Arora et al. 2017) and the weight of its
 * position, brought to length 1: dividing by the weights' sum would not change the direction.
 * Throws EmbedderError when a file is missing or damaged.
 */
export async function loadDistilledEmbedder(): Promise<DistilledEmbedder> {
  const [json, vocabulary, bytes] = await Promise.all([
    readData("distilled-minilm.json"),
    readData("vocabulary.txt"),
    readData("distilled-minilm.bin"),
  ]);
  const metadata: DistilledMetadata = JSON.parse(json.toString());
  if (sha256(bytes) !== metadata.tableHash || sha256(vocabulary) !== metadata.vocabularyHash) {
    throw new EmbedderError("The files in packages/embeddings/data do not match their hashes; check them out again.");
  }
  const tokenize = createTokenizer(vocabulary.toString().trimEnd().split("\n"));
  return createDistilledEmbedder(metadata, tokenize, bytes);
}

function createDistilledEmbedder(
  metadata: DistilledMetadata,
  tokenize: Tokenize,
  bytes: Uint8Array<ArrayBuffer>,
): DistilledEmbedder {
  const { rows, scales, weights } = readTable(bytes, metadata.tokenCount);
  const rowFactors = scales.map((scale, row) => scale * weights[row]);

  const sum = new Float64Array(dimensions);

  function embedText(text: string, into: Float32Array): boolean {
    const tokenRows = listRows(tokenize(text));
    const factors = tokenRows.map((row, position) => rowFactors[row] * positionWeight(position));
    sum.fill(0);
    addWeightedRows(sum, rows, tokenRows, factors);
    return writeUnit(sum, into);
  }

  async function embed(texts: readonly string[], { onProgress, signal }: EmbedOptions = {}): Promise<Float32Array> {
    const vectors = new Float32Array(texts.length * dimensions);
    for (let index = 0; index < texts.length; index++) {
      if (index % textsPerTurn === 0) {
        if (index > 0) await new Promise((resolve) => setImmediate(resolve));
        signal?.throwIfAborted();
      }
      embedText(texts[index], vectors.subarray(index * dimensions, (index + 1) * dimensions));
      if ((index + 1) % textsPerTurn === 0 || index + 1 === texts.length) onProgress?.(index + 1, texts.length);
    }
    return vectors;
  }

  return { name: metadata.name, dimensions, hash: metadata.tableHash, embed, embedText, close: async () => {} };
}

async function readData(file: string): Promise<Buffer<ArrayBuffer>> {
  try {
    return await readFile(new URL(file, dataFolder));
  } catch (cause) {
    throw new EmbedderError(`packages/embeddings/data/${file} cannot be read; check the files out again.`, { cause });
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
