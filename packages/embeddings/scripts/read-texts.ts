import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";

const shortestText = 100;

/**
 * The texts of a file, plain or gzipped: `.json` (a list of records), `.jsonl` (a record a line) or lines of text.
 * A record's text is its `extract` or `text`; texts under 100 characters are left out.
 */
export async function readTexts(path: string): Promise<string[]> {
  const bytes = await readFile(path);
  const content = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString();
  return listTexts(path.replace(/\.gz$/, ""), content).filter((text) => text.length >= shortestText);
}

/** One film extract in 16 never takes part in making the table, so that it can judge it. */
export function splitHeldOut(texts: readonly string[]): { used: string[]; heldOut: string[] } {
  const used: string[] = [];
  const heldOut: string[] = [];
  texts.forEach((text, index) => {
    (index % 16 === 7 ? heldOut : used).push(text);
  });
  const seen = new Set(used);
  return { used, heldOut: heldOut.filter((text) => !seen.has(text)) };
}

function listTexts(name: string, content: string): string[] {
  if (name.endsWith(".json")) return JSON.parse(content).map(getText);
  const lines = content.split("\n").filter((line) => line !== "");
  return name.endsWith(".jsonl") ? lines.map((line) => getText(JSON.parse(line))) : lines;
}

function getText(record: { extract?: string; text?: string }): string {
  return record.extract ?? record.text ?? "";
}
