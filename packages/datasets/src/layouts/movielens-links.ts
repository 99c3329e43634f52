import { readCsvTable } from "../readers/csv-table.ts";
import { parseImdbId, parseTmdbId } from "./ids.ts";
import type { LayoutInput } from "./layout.types.ts";

export interface MovieLinks {
  readonly imdbId: string | null;
  readonly tmdbId: number | null;
}

/**
 * The IMDb and TMDB ids in links.csv, by the movies' indexes. An IMDb id belongs to one movie only: the first that
 * names it.
 */
export async function readLinks(
  { files, reading, findings }: LayoutInput,
  indexes: ReadonlyMap<number, number>,
): Promise<ReadonlyMap<number, MovieLinks>> {
  const found = new Map<number, MovieLinks>();
  const taken = new Set<string>();
  const links = files.get("links.csv");
  if (!links) return found;
  await readCsvTable(reading.read(links), {
    file: "links.csv",
    columns: ["movieId", "imdbId", "tmdbId"],
    onBadRow: (count, line) =>
      findings.add("wrong number of fields: link skipped", `links.csv line ${line}: ${count} fields`),
    onRow([id, imdb, tmdb], line) {
      const example = `links.csv line ${line}: ${id},${imdb},${tmdb}`.slice(0, 100);
      const index = indexes.get(Number(id));
      if (index === undefined) return findings.add("movie is not in the movie list: link skipped", example);
      const [imdbId, tmdbId] = [parseImdbId(imdb), parseTmdbId(tmdb)];
      if ((imdbId === null && imdb !== "") || (tmdbId === null && tmdb !== "")) {
        findings.add("link is not a number: left empty", example);
      }
      const used = imdbId !== null && taken.has(imdbId);
      if (used) findings.add("IMDb id used before: left empty", example);
      if (imdbId) taken.add(imdbId);
      found.set(index, { imdbId: used ? null : imdbId, tmdbId });
    },
  });
  return found;
}
