import type { SourceMovie } from "../dataset.types.ts";
import { readCsvTable } from "../readers/csv-table.ts";
import type { Findings } from "../readers/findings.ts";
import { readRatings } from "../readers/ratings.reader.ts";
import type { SourceFile } from "../source/source.types.ts";
import { fileOf } from "./detect-layout.ts";
import type { Layout, LayoutInput } from "./layout.types.ts";
import { createMovieList } from "./movie-list.ts";

const releases = /\bml-(latest-small|latest|20m|25m|32m)\b/;

/** ml-latest-small, ml-latest, ml-20m, ml-25m and ml-32m: csv files with headers, in UTF-8. */
export const movielensCsvLayout: Layout = {
  title: "MovieLens (csv)",
  films: ["movies.csv"],
  ratings: "ratings.csv",
  optional: ["links.csv"],
  async readFilms(input) {
    const { files, reading, findings } = input;
    const name = await nameRelease(input);
    const list = createMovieList("movies.csv", findings);
    await readCsvTable(reading.read(fileOf(files, "movies.csv")), {
      file: "movies.csv",
      columns: ["movieId", "title", "genres"],
      onRow: ([id, title, genres], line) => list.add(id, title, genres.split("|"), line),
      onBadRow: (found, line) => list.addBadLine("wrong number of fields", line, `${found} fields`),
    });
    const { movies, indexes } = list.finish();
    const links = files.get("links.csv");
    if (links) await addLinks(movies, indexes, reading.read(links), findings);
    return { name, terms: termsOf(name), movies };
  },
  readRatings: ({ files, reading, findings }, movieIndexes) =>
    readRatings(
      reading.read(fileOf(files, "ratings.csv")),
      { file: "ratings.csv", separator: ",", header: ["userId", "movieId", "rating", "timestamp"] },
      movieIndexes,
      findings,
    ),
};

/** The release's name: from its README, else from the folder or zip, since all releases look alike. */
async function nameRelease({ files, folderNames }: LayoutInput): Promise<string> {
  const readme = files.get("README.txt");
  const texts = [...(readme ? [await readStart(readme)] : []), ...folderNames];
  for (const text of texts) {
    const found = releases.exec(text);
    if (found) return found[0];
  }
  return "movielens";
}

async function readStart(file: SourceFile): Promise<string> {
  for await (const chunk of (await file.open()) as AsyncIterable<Buffer>) return chunk.toString("utf8", 0, 400);
  return "";
}

function termsOf(name: string): string {
  const sharing = name.startsWith("ml-latest")
    ? "redistribution only under the same terms"
    : "no redistribution without permission";
  return `MovieLens by GroupLens, University of Minnesota: research use, no commercial use without permission, ${sharing}, cite Harper and Konstan 2015.`;
}

/** Writes the IMDb and TMDB ids into the movies. An IMDb id belongs to one movie only: the first that names it. */
async function addLinks(
  movies: SourceMovie[],
  indexes: ReadonlyMap<number, number>,
  chunks: AsyncIterable<Buffer>,
  findings: Findings,
): Promise<void> {
  const taken = new Set<string>();
  await readCsvTable(chunks, {
    file: "links.csv",
    columns: ["movieId", "imdbId", "tmdbId"],
    onBadRow: (found, line) =>
      findings.add("wrong number of fields: link skipped", `links.csv line ${line}: ${found} fields`),
    onRow([id, imdb, tmdb], line) {
      const example = `links.csv line ${line}: ${id},${imdb},${tmdb}`.slice(0, 100);
      const index = indexes.get(Number(id));
      if (index === undefined) return findings.add("movie is not in the movie list: link skipped", example);
      const number = /^(?:tt)?(\d{1,9})$/.exec(imdb.trim());
      const imdbId = number ? `tt${number[1].padStart(7, "0")}` : null;
      const tmdbId = /^[1-9]\d{0,9}(?:\.0)?$/.test(tmdb.trim()) ? Number(tmdb) : null;
      if ((imdbId === null && imdb !== "") || (tmdbId === null && tmdb !== "")) {
        findings.add("link is not a number: left empty", example);
      }
      const used = imdbId !== null && taken.has(imdbId);
      if (used) findings.add("IMDb id used before: left empty", example);
      if (imdbId) taken.add(imdbId);
      movies[index] = { ...movies[index], imdbId: used ? null : imdbId, tmdbId };
    },
  });
}
