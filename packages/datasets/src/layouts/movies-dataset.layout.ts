import { DatasetError } from "../dataset.types.ts";
import { readCsvRecords } from "../readers/csv-table.ts";
import { parsePythonLiteral } from "../readers/python-literal.ts";
import { unknownMovie } from "../readers/rating-chunks.ts";
import { listThemes } from "../text/themes.ts";
import { createBadLines } from "./bad-lines.ts";
import { fileOf } from "./detect-layouts.ts";
import { parseTmdbId } from "./ids.ts";
import type { Layout, LayoutInput } from "./layout.types.ts";
import { createTmdbCells, type TmdbCells } from "./tmdb-cells.ts";
import { readTmdbCredits } from "./tmdb-credits.ts";
import { createCellReader, createTmdbList, optionalTmdbColumns, type TmdbList, tmdbColumns } from "./tmdb-list.ts";

const moviesFile = "movies_metadata.csv";
const keywordsFile = "keywords.csv";

/**
 * The Movies Dataset: films of TMDB, lists in the cells as Python prints them, and MovieLens' ratings, whose movie ids
 * links.csv turns into TMDB's. A few lines of its movies are broken in two.
 */
export const moviesDatasetLayout: Layout = {
  title: "The Movies Dataset",
  required: [moviesFile],
  ratings: { file: "ratings.csv", separator: ",", header: ["userId", "movieId", "rating", "timestamp"] },
  optional: ["credits.csv", keywordsFile, "links.csv"],
  alone: { ending: ".csv", columns: [...tmdbColumns, "imdb_id", "poster_path"] },
  async read(input) {
    const cells = createTmdbCells(parsePythonLiteral);
    const list = createTmdbList(moviesFile, cells, input.findings);
    await readCsvRecords(input.reading.read(fileOf(input.files, moviesFile)), {
      file: moviesFile,
      columns: tmdbColumns,
      optionalColumns: optionalTmdbColumns,
      onRecord: list.add,
      onBadRow: list.addBadRow,
    });
    await readTmdbCredits(input, { file: "credits.csv", idColumn: "id" }, cells, list);
    await readKeywords(input, cells, list);
    const movies = list.finish();
    const indexes = new Map(movies.map(({ tmdbId }, index) => [tmdbId ?? 0, index]));
    return {
      name: "the-movies-dataset",
      terms:
        "The Movies Dataset: films from The Movie Database (TMDB), by its terms of use with attribution; ratings of MovieLens by GroupLens, research use.",
      movies,
      ratedMovies: await readRatedMovies(input, indexes),
    };
  },
};

async function readKeywords(
  { files, reading, findings }: LayoutInput,
  cells: TmdbCells,
  list: TmdbList,
): Promise<void> {
  const keywords = files.get(keywordsFile);
  if (!keywords) return;
  const badLines = createBadLines(keywordsFile, "keywords", findings);
  const cellReader = createCellReader(keywordsFile, findings);
  await readCsvRecords(reading.read(keywords), {
    file: keywordsFile,
    columns: ["id", "keywords"],
    onBadRow(found, line) {
      badLines.count();
      badLines.skip("wrong number of fields", line, `${found} fields`);
    },
    onRecord(row, line) {
      badLines.count();
      const id = parseTmdbId(row.id);
      if (id === null) return badLines.skip("id is not a whole number above 0", line, row.id);
      list.fill(id, {
        themes: listThemes(cellReader.read(() => cells.names(row.keywords), [], `keywords of ${id}`, line)),
      });
    },
  });
  badLines.check();
  cellReader.check();
}

/** MovieLens' movie id → index of the film; `unknownMovie` where links.csv leads to none. */
async function readRatedMovies(
  { files, reading, findings }: LayoutInput,
  indexes: ReadonlyMap<number, number>,
): Promise<ReadonlyMap<number, number>> {
  const rated = new Map<number, number>();
  const links = files.get("links.csv");
  if (!links && files.has("ratings.csv")) {
    throw new DatasetError("links.csv is missing, which ties ratings.csv to its films; add the file.");
  }
  if (!links) return rated;
  await readCsvRecords(reading.read(links), {
    file: "links.csv",
    columns: ["movieId", "tmdbId"],
    onBadRow: (count, line) =>
      findings.add("wrong number of fields: link skipped", `links.csv line ${line}: ${count} fields`),
    onRecord({ movieId, tmdbId }) {
      rated.set(Number(movieId), indexes.get(parseTmdbId(tmdbId) ?? 0) ?? unknownMovie);
    },
  });
  return rated;
}
