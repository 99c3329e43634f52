// Makes the files in ../data: node packages/embeddings/scripts/make-distilled-table.ts --models DIR --texts FILE…
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type DistilledMetadata, dimensions, firstToken, quantizeRows, writeTable } from "../src/distilled-table.ts";
import { hashMiniLmFiles } from "../src/minilm.files.ts";
import { createTokenizer } from "../src/word-piece.ts";
import { readTexts, splitHeldOut } from "./read-texts.ts";
import { computeMean, computeWeights } from "./sif.ts";
import { embedTokens } from "./token-vectors.ts";

const weightParameter = 1e-3;
const recipe =
  "Each WordPiece token alone through all-MiniLM-L6-v2 (q8), states of [CLS] token [SEP] averaged; SIF weights from " +
  "token frequencies in the texts; the mean of the texts' weighted mean vectors taken off; int8 per row with a scale. " +
  "Of every file's texts (100 characters or more) the 8th of each 16 is held out.";

const { values: options, positionals } = parseArgs({
  options: { models: { type: "string" }, texts: { type: "string", multiple: true } },
  allowPositionals: true,
});
if (!options.models || !options.texts) throw new Error("Name the models folder by --models and text files by --texts.");

const modelsFolder = resolve(options.models);
const dataFolder = new URL("../data/", import.meta.url);
const modelHash = await hashMiniLmFiles(modelsFolder);
const vocabulary = await readVocabulary(join(modelsFolder, "Xenova/all-MiniLM-L6-v2/tokenizer.json"));
const tokenCount = vocabulary.length - firstToken;

const tokenize = createTokenizer(vocabulary);
const textRows: number[][] = [];
for (const path of [...options.texts, ...positionals]) {
  for (const text of splitHeldOut(await readTexts(path)).used) {
    textRows.push(toRows(tokenize(text)));
  }
}
console.log(`${textRows.length} texts read; embedding ${tokenCount} tokens …`);
const vectors = await embedTokens(modelsFolder, firstToken, vocabulary.length);
const weights = computeWeights(textRows, tokenCount, weightParameter);
const mean = computeMean(textRows, vectors, weights);
const table = writeTable({ ...quantizeRows(vectors.map((value, cell) => value - mean[cell % dimensions])), weights });
const vocabularyFile = Buffer.from(`${vocabulary.join("\n")}\n`);

const metadata: DistilledMetadata = {
  name: "distilled-minilm",
  dimensions,
  firstToken,
  tokenCount,
  recipe,
  weightParameter,
  textCount: textRows.length,
  textTokenCount: textRows.reduce((total, rows) => total + rows.length, 0),
  modelHash,
  vocabularyHash: sha256(vocabularyFile),
  tableHash: sha256(table),
};
await mkdir(dataFolder, { recursive: true });
await writeFile(new URL("distilled-minilm.bin", dataFolder), table);
await writeFile(new URL("vocabulary.txt", dataFolder), vocabularyFile);
await writeFile(new URL("distilled-minilm.json", dataFolder), `${JSON.stringify(metadata, null, 2)}\n`);
console.log(`${table.length + vocabularyFile.length} bytes, table ${metadata.tableHash}`);

/** The tokens in the order of their ids. */
async function readVocabulary(path: string): Promise<string[]> {
  const ids: Record<string, number> = JSON.parse(await readFile(path, "utf8")).model.vocab;
  return Object.keys(ids).sort((a, b) => ids[a] - ids[b]);
}

function toRows(tokens: readonly number[]): number[] {
  return tokens.filter((token) => token >= firstToken).map((token) => token - firstToken);
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
