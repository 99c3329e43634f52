// Texts with their right answers: JSON lines, plain or gzipped.
import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { CommandError } from "../command/command-error.ts";

export interface LabelledTexts {
  readonly texts: readonly string[];
  readonly positive: readonly boolean[];
}

/** Throws CommandError naming the line that is not `{"text": "…", "label": "pos" or "neg"}`. Blank lines are passed over. */
export async function readLabelledLines(path: string): Promise<LabelledTexts> {
  const texts: string[] = [];
  const positive: boolean[] = [];
  (await readText(path)).split("\n").forEach((line, index) => {
    if (line.trim() === "") return;
    const record = parseLine(line);
    if (!record) {
      throw new CommandError(
        `Line ${index + 1} of ${path} is not of the form {"text": "…", "label": "pos"} or "neg"; mend or remove it.`,
      );
    }
    texts.push(record.text);
    positive.push(record.label === "pos");
  });
  if (texts.length === 0) throw new CommandError(`${path} holds no texts; give a file of JSON lines.`);
  return { texts, positive };
}

async function readText(path: string): Promise<string> {
  const bytes = await readFile(path).catch((cause) => {
    throw new CommandError(`${path} cannot be read (${cause.message}); check the path.`, { cause });
  });
  const isGzipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(isGzipped ? gunzipSync(bytes) : bytes);
  } catch (cause) {
    throw new CommandError(
      `${path} is not ${isGzipped ? "a whole gzip file of " : ""}UTF-8 text; copy or save it again.`,
      { cause },
    );
  }
}

function parseLine(line: string): { text: string; label: "pos" | "neg" } | undefined {
  try {
    const record = JSON.parse(line);
    const fits = typeof record?.text === "string" && (record.label === "pos" || record.label === "neg");
    return fits ? record : undefined;
  } catch {
    return undefined;
  }
}
