// The thread that owns DistilBERT: a batch of texts comes in, the probability of positive for each goes out.
import { parentPort, workerData } from "node:worker_threads";
import { env, pipeline } from "@xenova/transformers";
import { distilBert } from "./distilbert.files.ts";

/** What the thread answers to a batch. */
export type DistilBertReply = { readonly probabilities: number[] } | { readonly failure: string };

const longestText = 512;

env.allowRemoteModels = false;
env.useFSCache = false;
env.localModelPath = workerData;
const classifier = await pipeline("text-classification", distilBert, { dtype: "q8" });

async function judge(texts: readonly string[]): Promise<DistilBertReply> {
  try {
    const inputs = classifier.tokenizer([...texts], { padding: true, truncation: true, max_length: longestText });
    const { logits } = await classifier.model(inputs);
    const rows: [negative: number, positive: number][] = logits.tolist();
    return { probabilities: rows.map(([negative, positive]) => 1 / (1 + Math.exp(negative - positive))) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

// An empty batch is the wish to end. Nothing else comes before a batch is answered.
parentPort!.on("message", async (texts: readonly string[]) => {
  if (texts.length > 0) return parentPort!.postMessage(await judge(texts));
  await classifier.dispose();
  parentPort!.close();
});
parentPort!.postMessage({ probabilities: [] } satisfies DistilBertReply);
