// Every source truncated, re-encoded and shuffled: an error that says so, or the same catalog.
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import type { Catalog } from "./catalog.types.ts";
import { openCatalog } from "./open-catalog.ts";
import { csvText } from "./testing/csv-text.ts";
import { csvFiles, ml1mFiles, ml100kFiles } from "./testing/fixtures.ts";
import { film } from "./testing/movies.ts";
import {
  genomeFiles,
  imdb5000Files,
  moviesDatasetFiles,
  reviewFiles,
  reviewLines,
  tmdb5000Files,
} from "./testing/published-files.ts";
import { type Files, writeFolder } from "./testing/write-source.ts";

const movielens: Files = { ...csvFiles, ...genomeFiles };
const wikipediaFilms = [film("The Matrix", 1999, { extract: "The Matrix is a 1999 film." }), film("Amélie", 2001)];
const wikipedia: Files = { "movies.json": JSON.stringify(wikipediaFilms, null, 1) };
// Reviews belong to films.
const lines: Files = { ...imdb5000Files, ...reviewLines };
const folders: Files = { ...imdb5000Files, ...reviewFiles };

async function readAll(files: Files) {
  const catalog: Catalog = await openCatalog([await writeFolder(files)]);
  const ratings: string[] = [];
  for (const stream of catalog.ratings) {
    for await (const { viewers, movies, halfStars, ratedAt } of stream.chunks()) {
      for (const [at, viewer] of viewers.entries())
        ratings.push([viewer, movies[at], halfStars[at], ratedAt[at]].join(" "));
    }
  }
  return { movies: catalog.movies, reviews: catalog.reviews, ratings: ratings.sort() };
}

describe("a truncated copy", () => {
  it.each<[source: string, name: string, files: Files, cutAt: string, message: string]>([
    ["MovieLens", "movies.csv", movielens, ",", "ends in the middle of line 5"],
    ["MovieLens", "links.csv", movielens, ",", "ends in the middle of line 5"],
    ["MovieLens", "tags.csv", movielens, ",", "ends in the middle of line 2"],
    ["MovieLens", "ratings.csv", movielens, ",", "ends in the middle of line 7"],
    ["MovieLens", "genome-tags.csv", movielens, ",", "ends in the middle of line 4"],
    ["MovieLens", "genome-scores.csv", movielens, ",", "ends in the middle of line 5"],
    ["MovieLens 100k", "u.item", ml100kFiles, "|", "ends in the middle of line 3"],
    ["MovieLens 100k", "u.data", ml100kFiles, "\t", "ends in the middle of line 3"],
    ["MovieLens 1M", "movies.dat", ml1mFiles, "::", "ends in the middle of line 2"],
    ["MovieLens 1M", "ratings.dat", ml1mFiles, "::", "ends in the middle of line 2"],
    ["TMDB 5000", "tmdb_5000_movies.csv", tmdb5000Files, ",", "ends in the middle of line 6"],
    ["TMDB 5000", "tmdb_5000_movies.csv", tmdb5000Files, "works in a bathhouse", "never closed"],
    ["TMDB 5000", "tmdb_5000_credits.csv", tmdb5000Files, ",", "ends in the middle of line 4"],
    ["IMDB 5000", "movie_metadata.csv", imdb5000Files, ",", "ends in the middle of line 5"],
    ["The Movies Dataset", "movies_metadata.csv", moviesDatasetFiles, ",", "ends in the middle of line 6"],
    ["The Movies Dataset", "credits.csv", moviesDatasetFiles, ",", "ends in the middle of line 3"],
    ["The Movies Dataset", "keywords.csv", moviesDatasetFiles, ",", "ends in the middle of line 3"],
    ["The Movies Dataset", "links.csv", moviesDatasetFiles, ",", "ends in the middle of line 4"],
    ["The Movies Dataset", "ratings.csv", moviesDatasetFiles, ",", "ends in the middle of line 4"],
    ["the Wikipedia list", "movies.json", wikipedia, "}", "is not whole JSON, it was cut short"],
    ["the reviews", "aclimdb-train.jsonl", lines, "}", "ends in the middle of line 3"],
    ["the reviews", "aclImdb/train/urls_pos.txt", folders, "tt0211915", "ends in the middle of line 2"],
  ])("of %s (%s) is refused", async (_, name, files, cutAt, message) => {
    const text = (files[name] as Buffer).toString();
    await expect(readAll({ ...files, [name]: text.slice(0, text.lastIndexOf(cutAt)) })).rejects.toThrow(message);
  });
});

describe("a copy in another encoding", () => {
  const utf8Files: [name: string, files: Files][] = [
    ...Object.keys(movielens).flatMap((name): [string, Files][] => (name.endsWith(".csv") ? [[name, movielens]] : [])),
    ...Object.keys(tmdb5000Files).map((name): [string, Files] => [name, tmdb5000Files]),
    ...Object.keys(imdb5000Files).map((name): [string, Files] => [name, imdb5000Files]),
    ...Object.keys(moviesDatasetFiles).map((name): [string, Files] => [name, moviesDatasetFiles]),
    ["movies.json", wikipedia],
    ["aclimdb-train.jsonl", lines],
  ];

  it.each(utf8Files)("is refused: %s in UTF-16", async (name, files) => {
    const copy = { ...files, [name]: Buffer.from(`\uFEFF${files[name]}`, "utf16le") };
    await expect(readAll(copy)).rejects.toThrow(`${name} is not UTF-8 in line 1`);
  });

  it.each<[name: string, files: Files, line: number]>([
    ["tmdb_5000_movies.csv", tmdb5000Files, 2],
    ["movie_metadata.csv", imdb5000Files, 2],
    ["movies_metadata.csv", moviesDatasetFiles, 3],
    ["movies.json", wikipedia, 11],
    ["aclimdb-train.jsonl", lines, 2],
  ])("is refused: %s in Latin-1", async (name, files, line) => {
    const copy = { ...files, [name]: Buffer.from(String(files[name]).replaceAll("千", "é"), "latin1") };
    await expect(readAll(copy)).rejects.toThrow(`${name} is not UTF-8 in line ${line}`);
  });

  it("loses single reviews, counted", async () => {
    const name = "aclImdb/train/pos/1_10.txt";
    const copy = { ...folders, [name]: Buffer.from(String(folders[name]), "latin1") };
    const { findings } = await openCatalog([await writeFolder(copy)]);
    expect(findings).toContainEqual({
      rule: "empty or not UTF-8: review skipped",
      count: 1,
      examples: ["train/pos line 1: train/pos/1_10.txt"],
    });
  });
});

describe("a shuffled copy", () => {
  /** Rows backwards; of two with one id only the first, since that one counts. */
  function shuffled(name: string, content: string | Buffer): string | Buffer {
    if (/\.(?:dat|data|jsonl|item)$/.test(name)) {
      return Buffer.from(content).toString("latin1").trimEnd().split("\n").reverse().join("\n").concat("\n");
    }
    if (!name.endsWith(".csv")) return content;
    const [header, ...rows]: string[][] = parse(content, { relax_column_count: true });
    return csvText([header, ...rows.reverse()]);
  }

  const withoutRepeats = (name: string, content: string | Buffer) => {
    const rows: string[][] = name.endsWith(".csv") ? parse(content, { relax_column_count: true }) : [];
    const id = rows[0]?.findIndex((column) => column === "id" || column === "movie_imdb_link") ?? -1;
    if (id === -1) return content;
    return csvText(rows.filter((row, place) => rows.findIndex((other) => other[id] === row[id]) === place));
  };

  const mapped = (files: Files, change: typeof shuffled): Files =>
    Object.fromEntries(Object.entries(files).map(([name, content]) => [name, change(name, content)]));

  it.each<[source: string, files: Files]>([
    ["MovieLens", movielens],
    ["MovieLens 100k", ml100kFiles],
    ["MovieLens 1M", ml1mFiles],
    ["TMDB 5000", tmdb5000Files],
    ["IMDB 5000", imdb5000Files],
    ["The Movies Dataset", moviesDatasetFiles],
  ])("of %s gives the same catalog", async (_, files) => {
    const original = mapped(files, withoutRepeats);
    expect(await readAll(mapped(original, shuffled))).toEqual(await readAll(original));
  });

  it("of the reviews or the Wikipedia list has the same in another order", async () => {
    const byKey = ({ reviews }: Awaited<ReturnType<typeof readAll>>) =>
      reviews.toSorted((a, b) => (a.key < b.key ? -1 : 1));
    const original = mapped(lines, withoutRepeats);
    const turned = {
      ...original,
      "aclimdb-train.jsonl": String(lines["aclimdb-train.jsonl"]).trimEnd().split("\n").reverse().join("\n"),
    };
    expect(byKey(await readAll(turned))).toEqual(byKey(await readAll(original)));
    const list = await readAll({ "movies.json": JSON.stringify(wikipediaFilms.toReversed()) });
    expect(list.movies.toReversed()).toEqual((await readAll(wikipedia)).movies);
  });
});
