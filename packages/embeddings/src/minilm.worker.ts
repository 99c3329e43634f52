// The thread that owns the model: a batch of texts comes in, unit vectors go out.
import { constants, setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { env, mean_pooling, pipeline, type Tensor } from "@xenova/transformers";
import { miniLmModel } from "./minilm.files.ts";
import type { MiniLmReply, MiniLmRequest, MiniLmWorkerData } from "./minilm.messages.ts";

/** The longest text the model was trained on; it reads 512 tokens, but no better. */
const maximumTokens = 256;
const endOfText = 102n;

const { modelsFolder, background } = workerData as MiniLmWorkerData;
// Only Linux has priorities by thread; elsewhere this would slow down the whole process.
if (background && process.platform === "linux") setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
env.allowRemoteModels = false;
env.useFSCache = false;
env.localModelPath = modelsFolder;
const extractor = await pipeline("feature-extraction", miniLmModel, {
  dtype: "q8",
  session_options: background ? { intraOpNumThreads: 1 } : {},
});

async function embedBatch(texts: readonly string[]): Promise<Float32Array<ArrayBuffer>> {
  const inputs = extractor.tokenizer([...texts], { padding: true, truncation: true, max_length: maximumTokens });
  endCutTexts(inputs.input_ids, inputs.attention_mask);
  const { last_hidden_state: states } = await extractor.model(inputs);
  const pooled = mean_pooling(states, inputs.attention_mask).normalize(2, -1);
  return Float32Array.from(pooled.data as Float32Array);
}

/** The library cuts a long text without [SEP] at its end; the model wants one. */
function endCutTexts(ids: Tensor, mask: Tensor): void {
  const [count, length] = ids.dims;
  for (let end = length - 1; end < count * length; end += length) {
    if (mask.data[end] === 1n) ids.data[end] = endOfText;
  }
}

function reply(message: MiniLmReply, transfer: ArrayBuffer[] = []): void {
  parentPort!.postMessage(message, transfer);
}

async function answer(id: number, texts: readonly string[]): Promise<void> {
  if (closing) return;
  try {
    const values = await embedBatch(texts);
    reply({ kind: "vectors", id, values }, [values.buffer]);
  } catch (error) {
    reply({ kind: "failed", id, message: error instanceof Error ? error.message : String(error) });
  }
}

async function close(): Promise<void> {
  await extractor.dispose();
  parentPort!.close();
}

let closing = false;
// One after the other: a session disposed under a running batch makes the library print its inputs.
let lastTask = Promise.resolve();
parentPort!.on("message", (request: MiniLmRequest) => {
  if (request.kind === "close") closing = true;
  lastTask = lastTask.then(() => (request.kind === "close" ? close() : answer(request.id, request.texts)));
});
reply({ kind: "ready" });
