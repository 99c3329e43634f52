import type { Theme } from "../dataset.types.ts";
import { cutFile, findColumns } from "../readers/columns.ts";
import { readCsvTable } from "../readers/csv-table.ts";
import { readNumberLines } from "../readers/number-lines.ts";
import { isPlainUtf8, wrongEncoding } from "../source/text-blocks.ts";
import { cleanTheme, maximumThemes, rankThemes } from "../text/themes.ts";
import { createBadLines } from "./bad-lines.ts";
import type { LayoutInput } from "./layout.types.ts";

const minimumRelevance = 0.5;
const scores = "genome-scores.csv";

/** The tag genome as themes, by the movies' indexes: tags of relevance .5 and more, the 20 most relevant of a movie. */
export async function readGenomeThemes(
  input: LayoutInput,
  indexes: ReadonlyMap<number, number>,
): Promise<ReadonlyMap<number, readonly Theme[]>> {
  const { files, reading, findings } = input;
  const file = files.get(scores);
  const names = await readGenomeTags(input);
  const themes = new Map<number, Theme[]>();
  if (!file || !names) return themes;
  const badLines = createBadLines(scores, "score", findings);
  let [movieAt, tagAt, relevanceAt] = [0, 1, 2];
  const onHeader = (line: Buffer) => {
    if (!isPlainUtf8(line)) throw wrongEncoding(scores, 1);
    const columns = line
      .toString("utf8")
      .replace(/^\uFEFF/, "")
      .replaceAll('"', "")
      .split(",");
    [movieAt, tagAt, relevanceAt] = findColumns(scores, columns, ["movieId", "tagId", "relevance"]);
  };
  await readNumberLines(reading.read(file), ",", onHeader, (line) => {
    badLines.count();
    const { fields, count } = line;
    const [movie, tag, relevance] = [fields[movieAt], fields[tagAt], fields[relevanceAt]];
    const isScore = count === 3 && names.has(tag) && relevance >= 0 && relevance <= 1;
    if (!line.ended && !isScore) throw cutFile(scores, line.number);
    if (!isScore) return badLines.skip("no tag's relevance from 0 to 1", line.number, line.text());
    const index = indexes.get(movie);
    if (index === undefined) return badLines.skip("movie is not in the movie list", line.number, line.text());
    const name = names.get(tag);
    if (relevance < minimumRelevance || !name) return;
    const known = themes.get(index) ?? [];
    known.push({ name, relevance });
    // So that a movie never holds more than a few of the 1,128 tags.
    themes.set(index, known.length < 4 * maximumThemes ? known : rankThemes(known));
  });
  badLines.check();
  return new Map([...themes].map(([index, known]) => [index, rankThemes(known)]));
}

/** Tag id → theme, null for tags that are none; nothing without the file. */
async function readGenomeTags({ files, reading, findings }: LayoutInput) {
  const file = files.get("genome-tags.csv");
  if (!file) return null;
  const names = new Map<number, string | null>();
  await readCsvTable(reading.read(file), {
    file: "genome-tags.csv",
    columns: ["tagId", "tag"],
    onBadRow: (count, line) =>
      findings.add("wrong number of fields: genome tag skipped", `genome-tags.csv line ${line}: ${count} fields`),
    onRow: ([id, tag]) => {
      names.set(Number(id), cleanTheme(tag));
    },
  });
  return names;
}
