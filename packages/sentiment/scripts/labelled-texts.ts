// The two public collections the model learns from.
import { createReadStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { createGunzip } from "node:zlib";
import yauzl from "yauzl";
import { createRandom } from "./random.ts";

export type TextKind = "sentence" | "review";

export interface LabelledText {
  readonly kind: TextKind;
  readonly text: string;
  readonly positive: boolean;
  /** Texts of one group belong into one fold: the reviews of a film, the copies of a sentence. */
  readonly group: string;
}

/** Pang and Lee's sentence polarity data set, then the labelled reviews of Maas et al.'s Large Movie Review Dataset. */
export async function readLabelledTexts(folder: string): Promise<LabelledText[]> {
  return [
    ...(await readSentences(join(folder, "rt-polarity.zip"))),
    ...(await readReviews(join(folder, "aclimdb-train.jsonl.gz"))),
  ];
}

/** One sentence a line, in windows-1252. */
async function readSentences(path: string): Promise<LabelledText[]> {
  const sentences: LabelledText[] = [];
  const zip = await yauzl.openPromise(path, { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    const side = /\/rt-polarity\.(pos|neg)$/.exec(entry.fileName)?.[1];
    if (!side) continue;
    const bytes = await zip.openReadStreamPromise(entry);
    const content = await text(bytes.setEncoding("latin1"));
    const decoded = new TextDecoder("windows-1252").decode(Buffer.from(content, "latin1"));
    for (const line of decoded.split("\n").map((each) => each.trim())) {
      if (line !== "") sentences.push({ kind: "sentence", text: line, positive: side === "pos", group: line });
    }
  }
  return sentences;
}

async function readReviews(path: string): Promise<LabelledText[]> {
  const reviews: LabelledText[] = [];
  for await (const line of createInterface({ input: createReadStream(path).pipe(createGunzip()) })) {
    const { text: review, label, imdbId } = JSON.parse(line);
    reviews.push({ kind: "review", text: review, positive: label === "pos", group: imdbId });
  }
  return reviews;
}

/** A fold below `count` for each text; the seed decides which. */
export function assignFolds(texts: readonly LabelledText[], count: number, seed: number): Uint8Array {
  const groups = [...new Set(texts.map(({ group }) => group))];
  const order = Uint32Array.from(groups, (_, index) => index);
  createRandom(seed).shuffle(order);
  const folds = new Map(groups.map((group, index) => [group, order[index] % count]));
  return Uint8Array.from(texts, ({ group }) => folds.get(group)!);
}
