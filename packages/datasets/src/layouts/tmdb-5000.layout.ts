import { readCsvRecords } from "../readers/csv-table.ts";
import { fileOf } from "./detect-layouts.ts";
import type { Layout } from "./layout.types.ts";
import { createTmdbCells } from "./tmdb-cells.ts";
import { readTmdbCredits } from "./tmdb-credits.ts";
import { createTmdbList, optionalTmdbColumns, tmdbColumns } from "./tmdb-list.ts";

const moviesFile = "tmdb_5000_movies.csv";

/** TMDB 5000: two csv files in UTF-8, lists in their cells as JSON. */
export const tmdb5000Layout: Layout = {
  title: "TMDB 5000",
  required: [moviesFile],
  optional: ["tmdb_5000_credits.csv"],
  alone: { ending: ".csv", columns: [...tmdbColumns, "keywords"] },
  async read(input) {
    const cells = createTmdbCells(JSON.parse);
    const list = createTmdbList(moviesFile, cells, input.findings);
    await readCsvRecords(input.reading.read(fileOf(input.files, moviesFile)), {
      file: moviesFile,
      columns: tmdbColumns,
      optionalColumns: optionalTmdbColumns,
      onRecord: list.add,
      onBadRow: list.addBadRow,
    });
    await readTmdbCredits(input, { file: "tmdb_5000_credits.csv", idColumn: "movie_id" }, cells, list);
    return {
      name: "tmdb-5000",
      terms:
        "TMDB 5000: films, credits and votes from The Movie Database (TMDB), by its terms of use with attribution.",
      movies: list.finish(),
    };
  },
};
