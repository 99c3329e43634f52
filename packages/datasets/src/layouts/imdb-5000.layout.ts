import { z } from "zod";
import type { SourceMovie } from "../dataset.types.ts";
import { mapGenres } from "../genres/genres.ts";
import { readCsvRecords } from "../readers/csv-table.ts";
import type { Findings } from "../readers/findings.ts";
import { countryOf } from "../text/names.ts";
import { listThemes } from "../text/themes.ts";
import { createBadLines } from "./bad-lines.ts";
import { fileOf } from "./detect-layouts.ts";
import { emptyMovie } from "./empty-movie.ts";
import { parseImdbId } from "./ids.ts";
import type { Layout } from "./layout.types.ts";

const moviesFile = "movie_metadata.csv";

const columns = [
  "movie_title",
  "title_year",
  "movie_imdb_link",
  "director_name",
  "actor_1_name",
  "actor_2_name",
  "actor_3_name",
  "genres",
  "plot_keywords",
  "duration",
  "country",
  "language",
  "imdb_score",
  "num_voted_users",
] as const;

// Trimming takes the no-break space that ends every title of the published file.
const text = z.string().trim();
const positive = text.transform((value) => Math.round(Number(value)) || null);
const noCountries = new Set(["", "Official site", "New Line"]);
const noLanguages = new Set(["", "None"]);
const listed = (value: string) => value.split("|").map((word) => word.trim());

const rowSchema = z.object({
  movie_title: text.min(1, "no title"),
  title_year: positive.pipe(z.int().min(1870).max(2100).nullable().catch(null)),
  movie_imdb_link: text
    .transform((link) => parseImdbId(/\/title\/(tt\d+)/.exec(link)?.[1] ?? ""))
    .pipe(z.string("no IMDb id in the link")),
  director_name: text,
  actor_1_name: text,
  actor_2_name: text,
  actor_3_name: text,
  genres: text.transform(listed),
  plot_keywords: text.transform(listed),
  duration: positive.pipe(z.int().min(1).max(1000).nullable().catch(null)),
  country: text.transform((name) => (noCountries.has(name) ? [] : [countryOf(name)])),
  language: text.transform((name) => (noLanguages.has(name) ? [] : [name])),
  imdb_score: z.coerce.number().min(0).max(10).catch(0),
  num_voted_users: z.coerce.number().int().min(0).catch(0),
});

/** IMDB 5000: one csv file in UTF-8, lists separated by "|". */
export const imdb5000Layout: Layout = {
  title: "IMDB 5000",
  required: [moviesFile],
  optional: [],
  alone: { ending: ".csv", columns },
  async read({ files, reading, findings }) {
    const movies = new Map<string, SourceMovie>();
    const badLines = createBadLines(moviesFile, "movie", findings);
    await readCsvRecords(reading.read(fileOf(files, moviesFile)), {
      file: moviesFile,
      columns,
      onBadRow(found, line) {
        badLines.count();
        badLines.skip("wrong number of fields", line, `${found} fields`);
      },
      onRecord(row, line) {
        badLines.count();
        const checked = rowSchema.safeParse(row);
        if (!checked.success) return badLines.skip(checked.error.issues[0].message, line, row.movie_title);
        const movie = toMovie(checked.data, `${moviesFile} line ${line}`, findings);
        if (!movies.has(movie.sourceKey)) return movies.set(movie.sourceKey, movie);
        findings.add("movie id used before: first line kept", `${moviesFile} line ${line}: ${movie.title}`);
      },
    });
    badLines.check();
    return {
      name: "imdb-5000",
      terms: "IMDB 5000: published under the Open Database License; facts and votes from IMDb.",
      movies: [...movies.values()].sort((a, b) => (a.sourceKey < b.sourceKey ? -1 : 1)),
    };
  },
};

function toMovie(row: z.infer<typeof rowSchema>, place: string, findings: Findings): SourceMovie {
  const { genres, unknown } = mapGenres(row.genres);
  for (const word of unknown) findings.add("unknown genre: left out", `${place}: ${word.slice(0, 40)}`);
  if (row.title_year === null) findings.add("no year: movie kept without one", `${place}: ${row.movie_title}`);
  const actors = [row.actor_1_name, row.actor_2_name, row.actor_3_name].filter((name) => name !== "");
  return {
    ...emptyMovie,
    sourceKey: row.movie_imdb_link,
    title: row.movie_title,
    year: row.title_year,
    genres,
    imdbId: row.movie_imdb_link,
    runtimeMinutes: row.duration,
    directors: row.director_name === "" ? [] : [row.director_name],
    cast: [...new Set(actors)].map((name) => ({ name, character: null })),
    countries: row.country,
    languages: row.language,
    themes: listThemes(row.plot_keywords),
    votes: row.num_voted_users > 0 ? { average: row.imdb_score, count: row.num_voted_users } : null,
  };
}
