import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { access } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { EmbedderError } from "./embedder.types.ts";

/** Its name on the hub, and the path of its files in a models folder. */
export const miniLmModel = "Xenova/all-MiniLM-L6-v2";
const onnxFile = "onnx/model_quantized.onnx";

/** Where the hub serves the release whose hashes these are; vectors of another one compare as little as any other's. */
export const miniLmUrl = `https://huggingface.co/${miniLmModel}/resolve/751bff37182d3f1213fa05d7196b954e230abad9`;

/**
 * What the model needs, with the SHA-256 (hex) of the hub's files; files made by other means work as well.
 * Without tokenizer_config.json the library fails with a message about something else.
 */
export const miniLmFiles: Readonly<Record<string, string>> = {
  "config.json": "7135149f7cffa1a573466c6e4d8423ed73b62fd2332c575bf738a0d033f70df7",
  "tokenizer.json": "da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0",
  "tokenizer_config.json": "9261e7d79b44c8195c1cada2b453e55b00aeb81e907a6664974b4d7776172ab3",
  [onnxFile]: "afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1",
};

/** SHA-256 (hex) of the model in a folder, or null where a file of it is missing. */
export async function findMiniLm(modelsFolder: string): Promise<string | null> {
  try {
    return await hashMiniLmFiles(resolve(modelsFolder));
  } catch (error) {
    if (error instanceof EmbedderError) return null;
    throw error;
  }
}

/** SHA-256 (hex) of the model in an absolute folder. Throws EmbedderError naming what is missing. */
export async function hashMiniLmFiles(modelsFolder: string): Promise<string> {
  if (!(await exists(modelsFolder))) {
    throw new EmbedderError(
      `The models folder ${modelsFolder} does not exist; name the folder that holds ${miniLmModel}.`,
    );
  }
  for (const file of Object.keys(miniLmFiles)) {
    const path = join(modelsFolder, miniLmModel, file);
    if (await exists(path)) continue;
    throw new EmbedderError(
      `MiniLM's file ${path} is missing; download ${miniLmModel} from Hugging Face to ${modelsFolder}.`,
    );
  }
  const hash = createHash("sha256");
  await pipeline(createReadStream(join(modelsFolder, miniLmModel, onnxFile)), hash);
  return hash.digest("hex");
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
