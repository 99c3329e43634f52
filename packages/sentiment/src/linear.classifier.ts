import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { type Explanation, explainWords } from "./explain.ts";
import { computeLogit, type LinearModel, toProbability } from "./linear-model.ts";
import { type ModelMetadata, readModel } from "./model-file.ts";
import {
  type ClassifyOptions,
  labelProbability,
  type Sentiment,
  type SentimentClassifier,
  SentimentError,
} from "./sentiment.types.ts";
import { splitWords } from "./words.ts";

/** Judges at once: a text costs microseconds. */
export interface LinearClassifier extends SentimentClassifier {
  judge(text: string): Sentiment;
  /** Which words decided. */
  explain(text: string): Explanation;
}

const dataFolder = new URL("../data/", import.meta.url);
/** Other work gets its turn after so many characters, about 10 ms. */
const charactersPerTurn = 100_000;

let loaded: Promise<LinearClassifier> | undefined;

/**
 * Reads the committed model and checks its hash, once for the process: it keeps no state of its callers.
 * Throws SentimentError when a file is missing or damaged.
 */
export function loadLinearClassifier(): Promise<LinearClassifier> {
  loaded ??= readLinearClassifier();
  return loaded;
}

async function readLinearClassifier(): Promise<LinearClassifier> {
  const [json, bytes] = await Promise.all([readData("linear-sentiment.json"), readData("linear-sentiment.bin")]);
  const metadata: ModelMetadata = JSON.parse(json.toString());
  if (createHash("sha256").update(bytes).digest("hex") !== metadata.hash) {
    throw new SentimentError("The files in packages/sentiment/data do not match; check them out again.");
  }
  return createLinearClassifier(metadata, readModel(metadata, bytes));
}

function createLinearClassifier({ name, hash }: ModelMetadata, model: LinearModel): LinearClassifier {
  function judge(text: string): Sentiment {
    const probability = toProbability(computeLogit(splitWords(text), model));
    return { label: labelProbability(probability), probability };
  }

  async function classify(
    texts: readonly string[],
    { onProgress, signal }: ClassifyOptions = {},
  ): Promise<Sentiment[]> {
    const judgments: Sentiment[] = [];
    let characters = 0;
    signal?.throwIfAborted();
    for (const text of texts) {
      judgments.push(judge(text));
      characters += text.length;
      if (characters < charactersPerTurn && judgments.length < texts.length) continue;
      characters = 0;
      onProgress?.(judgments.length, texts.length);
      await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
    }
    return judgments;
  }

  return {
    name,
    hash,
    judge,
    explain: (text) => explainWords(splitWords(text), model),
    classify,
    close: async () => {},
  };
}

async function readData(file: string): Promise<Buffer> {
  try {
    return await readFile(new URL(file, dataFolder));
  } catch (cause) {
    throw new SentimentError(`packages/sentiment/data/${file} cannot be read; check the files out again.`, { cause });
  }
}
