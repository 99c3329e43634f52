// Makes the files in ../data; the README says from what.
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type DistilledMetadata, dimensions, firstToken, quantizeRows, writeTable } from "../src/distilled-table.ts";
import { type Embedder, miniLmModel, startMiniLmEmbedder } from "../src/index.ts";
import { createTokenizer } from "../src/word-piece.ts";
import { embedWithCache } from "./embedding-cache.ts";
import { readTextFile } from "./read-texts.ts";
import { solveRidge } from "./ridge.ts";
import { computeWeights } from "./sif.ts";
import { startVectors, weightedMean } from "./start-vectors.ts";
import { readTokens, weighTokens } from "./text-matrix.ts";
import { embedTokens } from "./token-vectors.ts";
import { listTrainingTexts, textWeights } from "./training-texts.ts";

const weightParameter = 1e-3;
/** Chosen on film texts that were left out for it: 1 in 16 of those that are not held out. */
const ridge = { lambda: 0.2, steps: 8 };
const recipe =
  "Ridge regression by conjugate gradients: token vectors whose sums, with SIF weights and position weights, come near " +
  "the vectors of all-MiniLM-L6-v2 (q8) for the texts, their mean taken off; from the tokens' own vectors; int8 per row " +
  "with a scale. Of the film texts of each file the 8th of each 16 is held out.";

const { values: options, positionals } = parseArgs({
  options: { models: { type: "string" }, cache: { type: "string" }, texts: { type: "string", multiple: true } },
  allowPositionals: true,
});
if (!options.models || !options.cache || !options.texts) {
  throw new Error("Name the models folder by --models, a folder for vectors by --cache and text files by --texts.");
}
const modelsFolder = resolve(options.models);
const dataFolder = new URL("../data/", import.meta.url);

const files = await Promise.all([...options.texts, ...positionals].map(readTextFile));
const trainingTexts = listTrainingTexts(files);
const texts = trainingTexts.map(({ text }) => text);
console.log(`${texts.length} texts`);
const { vectors: targets, modelHash } = await embedTexts();

const vocabulary = await readVocabulary(join(modelsFolder, miniLmModel, "tokenizer.json"));
const tokenCount = vocabulary.length - firstToken;
const tokens = readTokens(texts, createTokenizer(vocabulary));
const weights = computeWeights(tokens.columns, tokenCount, weightParameter);
const matrix = weighTokens(tokens, weights);
const weightOfText = Float32Array.from(trainingTexts, ({ weight }) => weight);
const mean = weightedMean(targets, weightOfText);
console.log(`${tokens.columns.length} tokens; embedding ${tokenCount} tokens alone …`);
const own = await embedTokens(modelsFolder, firstToken, vocabulary.length);
const start = startVectors({ own, matrix, targets, mean });
const problem = { matrix, targets, mean, textWeights: weightOfText, start, ...ridge };
const vectors = solveRidge(problem, (step) => console.log(`step ${step} of ${ridge.steps}`));

const table = writeTable({ ...quantizeRows(vectors), weights });
const vocabularyFile = Buffer.from(`${vocabulary.join("\n")}\n`);
const metadata: DistilledMetadata = {
  name: "distilled-minilm",
  dimensions,
  firstToken,
  tokenCount,
  recipe,
  weightParameter,
  ridge: { ...ridge, textWeights },
  textCount: texts.length,
  textTokenCount: tokens.columns.length,
  modelHash,
  vocabularyHash: sha256(vocabularyFile),
  tableHash: sha256(table),
};
await mkdir(dataFolder, { recursive: true });
await writeFile(new URL("distilled-minilm.bin", dataFolder), table);
await writeFile(new URL("vocabulary.txt", dataFolder), vocabularyFile);
await writeFile(new URL("distilled-minilm.json", dataFolder), `${JSON.stringify(metadata, null, 2)}\n`);
console.log(`${table.length + vocabularyFile.length} bytes, table ${metadata.tableHash}`);

/** One thread for each core: two that share a batch wait for each other. */
async function embedTexts(): Promise<{ vectors: Float16Array; modelHash: string }> {
  const embedders: Embedder[] = [];
  for (let core = 0; core < availableParallelism(); core++) {
    embedders.push(await startMiniLmEmbedder({ modelsFolder, background: true }));
  }
  const vectors = await embedWithCache(texts, embedders, resolve(options.cache!));
  await Promise.all(embedders.map((embedder) => embedder.close()));
  return { vectors, modelHash: embedders[0].hash };
}

/** The tokens in the order of their ids. */
async function readVocabulary(path: string): Promise<string[]> {
  const ids: Record<string, number> = JSON.parse(await readFile(path, "utf8")).model.vocab;
  return Object.keys(ids).sort((a, b) => ids[a] - ids[b]);
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
