import { z } from "zod";
import { cutFile, emptyFile } from "../readers/columns.ts";
import { utf8Blocks } from "../source/text-blocks.ts";
import { createBadLines } from "./bad-lines.ts";
import { findFiles } from "./detect-layouts.ts";
import { parseImdbId } from "./ids.ts";
import type { Layout, LayoutInput, ReadReview } from "./layout.types.ts";
import { cleanReview, reviewSource } from "./reviews.ts";

const pattern = "*.jsonl";

const reviewSchema = z.object({
  id: z.union([z.int(), z.string()]),
  split: z.string(),
  label: z.enum(["pos", "neg"]),
  stars: z.int().min(1).max(10).nullish(),
  imdbId: z.string().transform(parseImdbId).pipe(z.string()),
  text: z.string().transform(cleanReview).pipe(z.string().min(1)),
});

/** The Large Movie Review Dataset as JSON lines in UTF-8, one review each. */
export const reviewLinesLayout: Layout = {
  title: "Large Movie Review Dataset (JSON lines)",
  required: [pattern],
  optional: [],
  supplement: true,
  async read(input) {
    const reviews = new Map<string, ReadReview>();
    for (const [name] of findFiles(input.files, pattern)) await readLines(input, name, reviews);
    return { ...reviewSource, reviews: [...reviews.values()] };
  },
};

async function readLines(
  { files, reading, findings }: LayoutInput,
  name: string,
  reviews: Map<string, ReadReview>,
): Promise<void> {
  const badLines = createBadLines(name, "review", findings);
  let lineCount = 0;
  for await (const block of utf8Blocks(reading.read(files.get(name)!), name)) {
    const lines = block.bytes.toString("utf8").split("\n");
    for (const [place, line] of lines.entries()) {
      if (line.trim() === "") continue;
      lineCount++;
      badLines.count();
      const number = block.firstLine + place;
      const parsed = reviewSchema.safeParse(parseJson(line));
      if (!parsed.success && !block.ended) throw cutFile(name, number);
      if (!parsed.success) {
        badLines.skip("no review with label and IMDb id", number, line);
        continue;
      }
      const { id, split, label, stars, imdbId, text } = parsed.data;
      const key = `${split}/${label}/${id}`;
      // IMDb's ten stars are our half stars.
      if (!reviews.has(key)) reviews.set(key, { imdbId, key, halfStars: stars ?? null, text });
    }
  }
  if (lineCount === 0) throw emptyFile(name);
  badLines.check();
}

/** Undefined for a line that is no JSON, which no schema takes. */
function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
