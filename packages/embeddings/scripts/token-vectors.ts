import { env, pipeline, Tensor } from "@xenova/transformers";
import { dimensions } from "../src/distilled-table.ts";

const batchSize = 128;
const startOfText = 101n;
const endOfText = 102n;

/** Every token of ids `first` to `end` - 1 alone through MiniLM: the mean of the states of [CLS], token, [SEP]; row-major. */
export async function embedTokens(modelsFolder: string, first: number, end: number): Promise<Float32Array> {
  env.allowRemoteModels = false;
  env.useFSCache = false;
  env.localModelPath = modelsFolder;
  const { model } = await pipeline("feature-extraction", "Xenova/all-MiniLM-L6-v2", { dtype: "q8" });
  const vectors = new Float32Array((end - first) * dimensions);
  for (let start = first; start < end; start += batchSize) {
    const count = Math.min(batchSize, end - start);
    const shape = [count, 3];
    const ids = Array.from({ length: count }, (_, index) => [startOfText, BigInt(start + index), endOfText]);
    const { last_hidden_state: states } = await model({
      input_ids: new Tensor("int64", BigInt64Array.from(ids.flat()), shape),
      attention_mask: new Tensor("int64", new BigInt64Array(count * 3).fill(1n), shape),
      token_type_ids: new Tensor("int64", new BigInt64Array(count * 3), shape),
    });
    vectors.set(states.mean(1).data, (start - first) * dimensions);
  }
  return vectors;
}
