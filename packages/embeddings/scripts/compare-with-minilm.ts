// Judges the table on texts it was not made from: node packages/embeddings/scripts/compare-with-minilm.ts --models DIR --texts FILE
import { parseArgs } from "node:util";
import { dimensions } from "../src/distilled-table.ts";
import { loadDistilledEmbedder, startMiniLmEmbedder } from "../src/index.ts";
import { compareNeighbors, meanCosine } from "./agreement.ts";
import { readTextFile, splitHeldOut } from "./read-texts.ts";

const textCount = 2000;

const { values: options } = parseArgs({ options: { models: { type: "string" }, texts: { type: "string" } } });
if (!options.models || !options.texts)
  throw new Error("Name the models folder by --models and a text file by --texts.");

const texts = splitHeldOut((await readTextFile(options.texts)).records).heldOut.slice(0, textCount);
const minilm = await startMiniLmEmbedder({ modelsFolder: options.models });
const minilmStart = performance.now();
const expected = await minilm.embed(texts);
const minilmSeconds = (performance.now() - minilmStart) / 1000;
await minilm.close();

const loadStart = performance.now();
const distilled = await loadDistilledEmbedder();
const loadMilliseconds = performance.now() - loadStart;
const actual = await distilled.embed(texts);
const { overlap, rankCorrelation } = compareNeighbors(actual, expected, dimensions);

console.log(`${texts.length} held-out texts of ${countWords(texts).toFixed(0)} words on average`);
console.log(`cosine ${meanCosine(actual, expected, dimensions).toFixed(3)}`);
console.log(`top-10 overlap ${overlap.toFixed(3)}, rank correlation ${rankCorrelation.toFixed(3)}`);
console.log(
  `distilled: load ${loadMilliseconds.toFixed(0)} ms, ${timeShortTexts().toFixed(1)} µs for 30 words (median of 9)`,
);
console.log(`MiniLM: ${(texts.length / minilmSeconds).toFixed(0)} texts a second`);

/** Microseconds for the first 30 words of a text. */
function timeShortTexts(): number {
  const into = new Float32Array(dimensions);
  const shortTexts = texts.map((text) => text.split(/\s+/).slice(0, 30).join(" "));
  const rounds = Array.from({ length: 9 }, () => {
    const start = performance.now();
    for (const text of shortTexts) distilled.embedText(text, into);
    return ((performance.now() - start) / shortTexts.length) * 1000;
  });
  return rounds.sort((a, b) => a - b)[4];
}

function countWords(counted: readonly string[]): number {
  return counted.reduce((total, text) => total + text.split(/\s+/).length, 0) / counted.length;
}
