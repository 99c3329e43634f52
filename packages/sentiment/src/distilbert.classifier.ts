import { once } from "node:events";
import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { hashDistilBert } from "./distilbert.files.ts";
import type { DistilBertReply } from "./distilbert.worker.ts";
import { type ClassifyOptions, labelProbability, type SentimentClassifier, SentimentError } from "./sentiment.types.ts";

const batchSize = 16;

/**
 * DistilBERT as fine-tuned on SST-2, at int8, in a worker thread; texts are cut at 512 tokens. Its probabilities come
 * as the model gives them, not calibrated. `modelsFolder` holds the model as Transformers.js lays it out; nothing is
 * downloaded. Close it when done: its thread keeps the process alive.
 * Throws SentimentError when a file is missing or the model does not load; `classify` rejects with one after `close`
 * or when the thread died.
 */
export async function startDistilBertClassifier(options: {
  readonly modelsFolder: string;
}): Promise<SentimentClassifier> {
  const modelsFolder = resolve(options.modelsFolder);
  const hash = await hashDistilBert(modelsFolder);
  const worker = new Worker(new URL("./distilbert.worker.ts", import.meta.url), { workerData: modelsFolder });
  const ended = once(worker, "exit").then(() => {});
  ended.catch(() => {});
  let isClosed = false;
  // One batch at a time: the thread's next message is the answer to the last one sent.
  let lastAnswer = receive();
  await lastAnswer;

  async function receive(): Promise<readonly number[]> {
    const stopped = ended.then(
      () => ({ failure: "its thread has ended" }),
      (error) => ({ failure: error.message }),
    );
    const message = once(worker, "message").then(
      ([reply]) => reply,
      (error) => ({ failure: error.message }),
    );
    const reply: DistilBertReply = await Promise.race([message, stopped]);
    if ("probabilities" in reply) return reply.probabilities;
    throw new SentimentError(`DistilBERT stopped (${reply.failure}); check its files and start it again.`);
  }

  function judge(texts: readonly string[]): Promise<readonly number[]> {
    lastAnswer = lastAnswer
      .catch(() => [])
      .then(() => {
        if (isClosed) throw new SentimentError("DistilBERT is closed; start it again to judge texts.");
        worker.postMessage(texts);
        return receive();
      });
    return lastAnswer;
  }

  async function classify(texts: readonly string[], { onProgress, signal }: ClassifyOptions = {}) {
    const probabilities = new Array<number>(texts.length);
    // Texts of a batch are padded to its longest.
    const order = texts.map((_, index) => index).sort((a, b) => texts[a].length - texts[b].length);
    for (let start = 0; start < order.length; start += batchSize) {
      signal?.throwIfAborted();
      const batch = order.slice(start, start + batchSize);
      const judged = await judge(batch.map((index) => texts[index]));
      batch.forEach((index, row) => {
        probabilities[index] = judged[row];
      });
      onProgress?.(start + batch.length, texts.length);
    }
    return probabilities.map((probability) => ({ label: labelProbability(probability), probability }));
  }

  async function close(): Promise<void> {
    isClosed = true;
    await lastAnswer.catch(() => {});
    worker.postMessage([]);
    await ended.catch(() => {});
  }

  return { name: "distilbert-sst-2", hash, classify, close };
}
