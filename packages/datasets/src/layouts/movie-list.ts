import type { SourceMovie } from "../dataset.types.ts";
import { mapGenres } from "../genres/genres.ts";
import type { Findings } from "../readers/findings.ts";
import { parseMovielensTitle } from "../titles/movielens-title.ts";
import { createBadLines } from "./bad-lines.ts";
import { emptyMovie } from "./empty-movie.ts";
import type { RowSink } from "./text-rows.ts";

/** Movies while their file is read; every layout adds to it by the same rules. */
export interface MovieList extends RowSink {
  add(id: string, title: string, genres: readonly string[], line: number): void;
  /** Movies by ascending id, with the index of each id. */
  finish(): { movies: SourceMovie[]; indexes: Map<number, number> };
}

export function createMovieList(file: string, findings: Findings): MovieList {
  const movies = new Map<number, SourceMovie>();
  const badLines = createBadLines(file, "movie", findings);
  return {
    addBadLine(rule, line, detail) {
      badLines.count();
      badLines.skip(rule, line, detail);
    },
    add(id, text, words, line) {
      badLines.count();
      const number = /^\d{1,10}$/.test(id) ? Number(id) : 0;
      const { title, year, originalTitle, otherTitles } = parseMovielensTitle(text);
      if (number < 1 || number > 0x7fffffff) return badLines.skip("id is not a whole number above 0", line, id);
      if (title === "") return badLines.skip("no title", line, id);
      const example = `${file} line ${line}: ${text.slice(0, 80)}`;
      if (movies.has(number)) return findings.add("movie id used before: first line kept", example);
      if (year === null) findings.add("no year in the title: movie kept without one", example);
      const { genres, unknown } = mapGenres(words);
      for (const word of unknown) findings.add("unknown genre: left out", `${file} line ${line}: ${word.slice(0, 40)}`);
      const parsed = { title, originalTitle, otherTitles, year, genres };
      movies.set(number, { ...emptyMovie, sourceKey: String(number), ...parsed });
    },
    finish() {
      badLines.check();
      const ids = [...movies.keys()].sort((a, b) => a - b);
      return {
        movies: ids.map((id) => movies.get(id)).filter((movie) => movie !== undefined),
        indexes: new Map(ids.map((id, index) => [id, index])),
      };
    },
  };
}
