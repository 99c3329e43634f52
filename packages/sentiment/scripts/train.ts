// Makes the files in ../data: node packages/sentiment/scripts/train.ts --data FOLDER
import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { type ModelMetadata, packWeights } from "../src/model-file.ts";
import { fitCombination } from "./fit-combination.ts";
import { createTrainer } from "./fit-model.ts";
import { assignFolds, readLabelledTexts } from "./labelled-texts.ts";

const foldCount = 10;
const seed = 1;

const { values: options } = parseArgs({ options: { data: { type: "string" } } });
if (!options.data) throw new Error("Name the folder that holds rt-polarity.zip and aclimdb-train.jsonl.gz by --data.");

const texts = await readLabelledTexts(options.data);
const folds = assignFolds(texts, foldCount, seed);
const trainer = createTrainer(texts, seed);
const scored = Array.from({ length: foldCount }, (_, fold) => {
  console.log(`Fold ${fold + 1} of ${foldCount} …`);
  const views = trainer.fitViews((text) => folds[text] !== fold);
  return trainer.scoreTexts(views, (text) => folds[text] === fold);
});
const model = { views: trainer.fitViews(() => true), combination: fitCombination(scored.flat()) };

const weights = packWeights(model);
const metadata: ModelMetadata = {
  name: "linear",
  hash: createHash("sha256").update(weights).digest("hex"),
  scales: model.views.map(({ scale }) => scale),
  combination: model.combination,
  sentenceCount: texts.filter(({ kind }) => kind === "sentence").length,
  reviewCount: texts.filter(({ kind }) => kind === "review").length,
  seed,
};
const dataFolder = new URL("../data/", import.meta.url);
await writeFile(new URL("linear-sentiment.bin", dataFolder), weights);
await writeFile(new URL("linear-sentiment.json", dataFolder), `${JSON.stringify(metadata, null, 2)}\n`);
console.log(`${weights.length} bytes, ${metadata.hash}`);
