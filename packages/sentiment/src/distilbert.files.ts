import { createHash } from "node:crypto";
import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import { SentimentError } from "./sentiment.types.ts";

export const distilBert = "Xenova/distilbert-base-uncased-finetuned-sst-2-english";

const weightsFile = "onnx/model_quantized.onnx";

/** SHA-256 (hex) of DistilBERT's weights in a folder of models. Throws SentimentError naming the file that is missing. */
export async function hashDistilBert(modelsFolder: string): Promise<string> {
  for (const file of ["config.json", "tokenizer.json", "tokenizer_config.json", weightsFile]) {
    const path = join(modelsFolder, distilBert, file);
    await access(path).catch((cause) => {
      const advice = `download ${distilBert} from Hugging Face into ${modelsFolder}`;
      throw new SentimentError(`DistilBERT's file ${path} is missing; ${advice}, or do without it.`, { cause });
    });
  }
  const weights = await readFile(join(modelsFolder, distilBert, weightsFile));
  return createHash("sha256").update(weights).digest("hex");
}
