import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { access } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { EmbedderError } from "./embedder.types.ts";

const modelFolder = "Xenova/all-MiniLM-L6-v2";
const onnxFile = "onnx/model_quantized.onnx";
/** Without tokenizer_config.json the library fails with a message about something else. */
const neededFiles = ["config.json", "tokenizer.json", "tokenizer_config.json", onnxFile];

/** SHA-256 (hex) of the model in an absolute folder. Throws EmbedderError naming what is missing. */
export async function hashMiniLmFiles(modelsFolder: string): Promise<string> {
  if (!(await exists(modelsFolder))) {
    throw new EmbedderError(
      `The models folder ${modelsFolder} does not exist; name the folder that holds ${modelFolder}.`,
    );
  }
  for (const file of neededFiles) {
    const path = join(modelsFolder, modelFolder, file);
    if (await exists(path)) continue;
    throw new EmbedderError(
      `MiniLM's file ${path} is missing; download ${modelFolder} from Hugging Face to ${modelsFolder}.`,
    );
  }
  const hash = createHash("sha256");
  await pipeline(createReadStream(join(modelsFolder, modelFolder, onnxFile)), hash);
  return hash.digest("hex");
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
