import type { Theme } from "../dataset.types.ts";
import { readCsvTable } from "../readers/csv-table.ts";
import { cleanTheme, rankThemes } from "../text/themes.ts";
import { createBadLines } from "./bad-lines.ts";
import type { LayoutInput } from "./layout.types.ts";

/**
 * The tags that viewers gave in tags.csv as themes, by the movies' indexes. A tag given n times has the relevance
 * n / (n + 1): .5 for one, .9 for nine.
 */
export async function readTagThemes(
  { files, reading, findings }: LayoutInput,
  indexes: ReadonlyMap<number, number>,
): Promise<ReadonlyMap<number, readonly Theme[]>> {
  const tags = files.get("tags.csv");
  if (!tags) return new Map();
  const counts = new Map<number, Map<string, number>>();
  const badLines = createBadLines("tags.csv", "tag", findings);
  await readCsvTable(reading.read(tags), {
    file: "tags.csv",
    columns: ["movieId", "tag"],
    onBadRow(found, line) {
      badLines.count();
      badLines.skip("wrong number of fields", line, `${found} fields`);
    },
    onRow([id, tag], line) {
      badLines.count();
      const index = indexes.get(Number(id));
      if (index === undefined) return badLines.skip("movie is not in the movie list", line, `${id},${tag}`);
      const name = cleanTheme(tag);
      if (name === null) return;
      const known = counts.get(index) ?? new Map<string, number>();
      counts.set(index, known.set(name, (known.get(name) ?? 0) + 1));
    },
  });
  badLines.check();
  return new Map([...counts].map(([index, known]) => [index, rankThemes(relevances(known))]));
}

function* relevances(counts: ReadonlyMap<string, number>): Generator<Theme> {
  for (const [name, count] of counts) yield { name, relevance: count / (count + 1) };
}
