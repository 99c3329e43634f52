import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startDistilBertClassifier } from "./distilbert.classifier.ts";
import { distilBert } from "./distilbert.files.ts";
import { SentimentError } from "./sentiment.types.ts";

let modelsFolder = "";
beforeAll(async () => {
  modelsFolder = await mkdtemp(join(tmpdir(), "matinee-distilbert-"));
});
afterAll(() => rm(modelsFolder, { recursive: true }));

describe("startDistilBertClassifier", () => {
  it("says which file is missing and what to do", async () => {
    const starting = startDistilBertClassifier({ modelsFolder });
    await expect(starting).rejects.toThrow(SentimentError);
    await expect(starting).rejects.toThrow(
      /^DistilBERT's file .*config\.json is missing; download Xenova\/distilbert-base-uncased-finetuned-sst-2-english from Hugging Face into .*, or do without it\.$/,
    );
  });

  it("says that damaged files do not load", async () => {
    for (const file of ["config.json", "tokenizer.json", "tokenizer_config.json", "onnx/model_quantized.onnx"]) {
      const path = join(modelsFolder, distilBert, file);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, "half a file");
    }
    const starting = startDistilBertClassifier({ modelsFolder });
    await expect(starting).rejects.toThrow(/^DistilBERT stopped \(.+\); check its files and start it again\.$/);
  });
});

const realFolder = process.env.TEST_DISTILBERT;

describe.skipIf(!realFolder)("DistilBERT in its thread (needs TEST_DISTILBERT, a folder of models)", () => {
  it("judges many texts in their order, and nothing after it was closed", async () => {
    const classifier = await startDistilBertClassifier({ modelsFolder: realFolder! });
    const texts = Array.from({ length: 40 }, (_, index) =>
      index % 3 ? "A wonderful film." : "A terrible, dull film.",
    );
    const judged = await classifier.classify(texts);
    expect(judged.map(({ label }) => label)).toEqual(texts.map((_, index) => (index % 3 ? "POSITIVE" : "NEGATIVE")));
    await classifier.close();
    await expect(classifier.classify(["more"])).rejects.toThrow("DistilBERT is closed; start it again to judge texts.");
  });
});
