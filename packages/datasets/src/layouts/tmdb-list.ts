import { z } from "zod";
import type { SourceMovie } from "../dataset.types.ts";
import { mapGenres } from "../genres/genres.ts";
import { checkBadShare, type Findings } from "../readers/findings.ts";
import { countryOf, languageOf } from "../text/names.ts";
import { listThemes } from "../text/themes.ts";
import { createBadLines } from "./bad-lines.ts";
import { emptyMovie } from "./empty-movie.ts";
import { parseImdbId, parseTmdbId } from "./ids.ts";
import type { TmdbCells } from "./tmdb-cells.ts";

export const tmdbColumns = [
  "id",
  "title",
  "original_title",
  "original_language",
  "overview",
  "release_date",
  "runtime",
  "genres",
  "production_countries",
  "spoken_languages",
  "vote_average",
  "vote_count",
] as const;

/** Columns that only one of the tables has. */
export const optionalTmdbColumns = ["keywords", "imdb_id", "poster_path"] as const;

type Column = (typeof tmdbColumns)[number] | (typeof optionalTmdbColumns)[number];

const factsSchema = z.object({
  id: z.string().transform(parseTmdbId).pipe(z.number("id is not a whole number above 0")),
  title: z.string().trim().min(1, "no title"),
  original_title: z.string().trim(),
  overview: z
    .string()
    .trim()
    .transform((text) => (/^(?:no overview found\.?)?$/i.test(text) ? null : text)),
  release_date: z.string().transform((text) => (/^\d{4}-\d\d-\d\d$/.test(text) ? Number(text.slice(0, 4)) : null)),
  // In minutes, "81.0"; 0 where it is not known.
  runtime: z.string().transform((text) => Math.round(Number(text)) || null),
  vote_average: z.coerce.number().min(0).max(10).catch(0),
  vote_count: z.coerce.number().int().min(0).catch(0),
  imdb_id: z.string().transform(parseImdbId),
  poster_path: z.string().transform((text) => (/^\/[\w.-]+$/.test(text) ? text : null)),
});

/** Movies of a table taken from TMDB while it is read. */
export function createTmdbList(file: string, cells: TmdbCells, findings: Findings) {
  const movies = new Map<number, SourceMovie>();
  const badLines = createBadLines(file, "movie", findings);
  const credits = createCellReader(file, findings);
  return {
    addBadRow(found: number, line: number) {
      badLines.count();
      badLines.skip("wrong number of fields", line, `${found} fields`);
    },
    add(row: Readonly<Record<Column, string>>, line: number) {
      badLines.count();
      const checked = factsSchema.safeParse(row);
      if (!checked.success) return badLines.skip(checked.error.issues[0].message, line, `${row.id}, ${row.title}`);
      const { id, title, ...facts } = checked.data;
      const example = `${file} line ${line}: ${title.slice(0, 80)}`;
      if (movies.has(id)) return findings.add("movie id used before: first line kept", example);
      if (facts.release_date === null) findings.add("no release date: movie kept without a year", example);
      const cell = <Value>(name: Column, parse: (text: string) => Value, otherwise: Value) =>
        credits.read(() => parse(row[name]), otherwise, `${name} of ${title}`, line);
      const { genres, unknown } = mapGenres(cell("genres", cells.names, []));
      for (const word of unknown) findings.add("unknown genre: left out", `${file} line ${line}: ${word.slice(0, 40)}`);
      const codes = [row.original_language, ...cell("spoken_languages", cells.languageCodes, [])];
      movies.set(id, {
        ...emptyMovie,
        sourceKey: String(id),
        title,
        originalTitle: facts.original_title === title ? null : facts.original_title || null,
        year: facts.release_date,
        genres,
        imdbId: facts.imdb_id,
        tmdbId: id,
        overview: facts.overview,
        runtimeMinutes: facts.runtime !== null && facts.runtime > 0 ? facts.runtime : null,
        countries: cell("production_countries", cells.names, []).map(countryOf),
        languages: [...new Set(codes.map(languageOf).filter((name) => name !== null))],
        themes: listThemes(cell("keywords", cells.names, [])),
        tmdbPosterPath: facts.poster_path,
        votes: facts.vote_count > 0 ? { average: facts.vote_average, count: facts.vote_count } : null,
      });
    },
    has: (id: number) => movies.has(id),
    /** Writes what another table tells of a movie. */
    fill(id: number, more: Partial<SourceMovie>) {
      const movie = movies.get(id);
      if (movie) movies.set(id, { ...movie, ...more });
    },
    /** Movies by ascending id. */
    finish(): SourceMovie[] {
      badLines.check();
      credits.check();
      return [...movies.values()].sort((a, b) => Number(a.sourceKey) - Number(b.sourceKey));
    },
  };
}

export type TmdbList = ReturnType<typeof createTmdbList>;

/** Reads cells; one that cannot be read is left empty and counted. */
export function createCellReader(file: string, findings: Findings) {
  const badCells = new Set<number>();
  const lines = new Set<number>();
  let firstBad = "";
  return {
    read<Value>(parse: () => Value, otherwise: Value, what: string, line: number): Value {
      lines.add(line);
      try {
        return parse();
      } catch (error) {
        if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw error;
        const example = `${file} line ${line}: ${what.slice(0, 80)}`;
        firstBad ||= example;
        badCells.add(line);
        findings.add("list in a cell cannot be read: left empty", example);
        return otherwise;
      }
    },
    /** Throws DatasetError where too many lines have such a cell. */
    check: () => checkBadShare(file, badCells.size, lines.size, firstBad),
  };
}
