import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { pack } from "tar-stream";
import { describe, expect, it } from "vitest";
import type { Catalog } from "../catalog.types.ts";
import { openCatalog } from "../open-catalog.ts";
import { csvFiles } from "../testing/fixtures.ts";
import {
  genomeFiles,
  imdb5000Files,
  moviesDatasetFiles,
  reviewFiles,
  reviewLines,
  tmdb5000Files,
} from "../testing/published-files.ts";
import { type Files, temporaryFolder, writeFolder, writeZipFile } from "../testing/write-source.ts";

const open = async (files: Files) => openCatalog([await writeFolder(files)]);
const rulesOf = ({ findings }: Catalog) => Object.fromEntries(findings.map(({ rule, count }) => [rule, count]));
const namesOf = (genres: readonly { readonly name: string }[]) => genres.map(({ name }) => name);

async function ratingsOf({ ratings, movies }: Catalog) {
  const found: unknown[] = [];
  for (const stream of ratings) {
    for await (const chunk of stream.chunks()) {
      chunk.viewers.forEach((viewer, place) => {
        found.push([viewer, movies[chunk.movies[place]].title, chunk.halfStars[place] / 2, chunk.ratedAt[place]]);
      });
    }
  }
  return found;
}

describe("TMDB 5000", () => {
  it("reads films, credits and votes", async () => {
    const catalog = await open(tmdb5000Files);
    expect(catalog.name).toBe("tmdb-5000");
    const [spirited, matrix, america] = catalog.movies;
    expect(spirited).toMatchObject({
      keys: { "tmdb-5000": "129" },
      title: "Spirited Away",
      originalTitle: "千と千尋の神隠し",
      year: 2001,
      tmdbId: 129,
      imdbId: null,
      overview: "A girl, lost among “spirits”,\nworks in a bathhouse.",
      runtimeMinutes: 125,
      countries: ["Japan"],
      languages: ["Japanese"],
      writers: ["Hayao Miyazaki"],
      themes: [
        { name: "witch", relevance: 1 },
        { name: "bath house", relevance: 1 },
      ],
      votes: { average: 8.3, count: 3840 },
    });
    expect(namesOf(spirited.genres)).toEqual(["Animation", "Children"]);
    expect(matrix).toMatchObject({
      originalTitle: null,
      overview: null,
      countries: ["United States"],
      languages: ["English", "Cantonese"],
      directors: ["Lana Wachowski", "Lilly Wachowski"],
      writers: ["Lilly Wachowski", "Lana Wachowski"],
      cast: [
        { name: "Keanu Reeves", character: "Neo" },
        { name: "Laurence Fishburne", character: "Morpheus" },
        { name: "Hugo Weaving", character: null },
      ],
    });
    expect(america).toMatchObject({ year: null, runtimeMinutes: null, votes: null, languages: [] });
    expect(rulesOf(catalog)).toEqual({
      "movie id used before: first line kept": 1,
      "no release date: movie kept without a year": 1,
    });
    expect(catalog.ratings).toEqual([]);
  });

  it("does without credits, as a file by itself and under another name", async () => {
    const films = String(tmdb5000Files["tmdb_5000_movies.csv"]);
    const alone = await openCatalog([join(await writeFolder({ "films.csv": films }), "films.csv")]);
    expect([alone.name, alone.movies.length, alone.movies[1].cast]).toEqual(["tmdb-5000", 3, []]);
  });

  it("leaves out a list that cannot be read, and counts it", async () => {
    const films = String(tmdb5000Files["tmdb_5000_movies.csv"]).replace('""name"": ""witch""', '""name"" ""witch""');
    const catalog = await open({ "tmdb_5000_movies.csv": films.replace('""name"":""witch""', '""name"" ""witch""') });
    expect(catalog.movies[0].themes).toEqual([]);
    expect(rulesOf(catalog)["list in a cell cannot be read: left empty"]).toBe(1);
  });
});

describe("IMDB 5000", () => {
  it("reads films by their IMDb ids", async () => {
    const catalog = await open(imdb5000Files);
    expect(catalog.movies.map(({ keys, title, year }) => [keys["imdb-5000"], title, year])).toEqual([
      ["tt0133093", "The Matrix", 1999],
      ["tt0211915", "Amélie", 2001],
      ["tt1869849", "10,000 B.C.", null],
    ]);
    expect(catalog.movies[0]).toMatchObject({
      imdbId: "tt0133093",
      runtimeMinutes: 136,
      directors: ["Lana Wachowski"],
      cast: [
        { name: "Keanu Reeves", character: null },
        { name: "Marcus Chong", character: null },
      ],
      countries: ["United States"],
      languages: ["English"],
      votes: { average: 8.7, count: 1217752 },
    });
    expect(namesOf(catalog.movies[0].genres)).toEqual(["Action", "Science Fiction"]);
    expect(catalog.movies[0].themes.map(({ name }) => name)).toContain("artificial reality");
    expect(catalog.movies[1].countries).toEqual(["Germany"]);
    expect(catalog.movies[2]).toMatchObject({ directors: [], countries: [], languages: [], runtimeMinutes: null });
    expect(rulesOf(catalog)).toEqual({
      "movie id used before: first line kept": 1,
      "no year: movie kept without one": 1,
    });
  });
});

describe("The Movies Dataset", () => {
  it("reads films, credits, keywords, and ratings by way of links.csv", async () => {
    const catalog = await open(moviesDatasetFiles);
    expect(catalog.movies.map(({ keys }) => keys["the-movies-dataset"])).toEqual(["194", "862"]);
    const [amelie, toyStory] = catalog.movies;
    expect(amelie).toMatchObject({
      imdbId: "tt0211915",
      originalTitle: "Le Fabuleux Destin d'Amélie Poulain",
      runtimeMinutes: null,
      cast: [{ name: "Audrey Tautou", character: "Amélie 'Poulain'" }],
      votes: null,
    });
    expect(toyStory).toMatchObject({
      tmdbId: 862,
      year: 1995,
      tmdbPosterPath: "/rhIRbceoE9lR4veEXuwCC2wARtG.jpg",
      directors: ["John Lasseter"],
      writers: ["Joel Cohen"],
      cast: [
        { name: "Tom Hanks", character: "Woody (voice)" },
        { name: "Laurie O'Metcalf", character: "Andy's Mom" },
      ],
      themes: [
        { name: "jealousy", relevance: 1 },
        { name: "toy", relevance: 1 },
      ],
      votes: { average: 7.7, count: 5415 },
    });
    expect(rulesOf(catalog)).toEqual({
      "wrong number of fields: movie skipped": 1,
      "id is not a whole number above 0: movie skipped": 1,
      "movie id used before: first line kept": 1,
    });
    expect(await ratingsOf(catalog)).toEqual([
      [1, "Toy Story", 4, 1425941529],
      [1, "Amélie", 5, 1425942228],
    ]);
  });

  it("cannot place ratings without links.csv", async () => {
    const { "links.csv": _, ...files } = moviesDatasetFiles;
    await expect(open(files)).rejects.toThrow("links.csv is missing, which ties ratings.csv to its films");
  });
});

describe("MovieLens' tags", () => {
  it("are themes, more relevant the more often they were given", async () => {
    const tags = ["2,7,Kung  Fu,1", "3,7,kung fu,1", "2,7,chosen one,1", "2,7,In Netflix queue,1", "2,1,1995,1", ""];
    const catalog = await open({ ...csvFiles, "tags.csv": ["userId,movieId,tag,timestamp", ...tags].join("\n") });
    expect(catalog.movies[1].themes).toEqual([
      { name: "kung fu", relevance: 2 / 3 },
      { name: "chosen one", relevance: 1 / 2 },
    ]);
    expect(catalog.movies[0].themes).toEqual([]);
    expect(catalog.movies[1].provenance.themes).toBe("ml-latest-small");
  });

  it("stand back behind the genome, of which those of relevance .5 and more are read", async () => {
    const catalog = await open({ ...csvFiles, ...genomeFiles });
    expect(catalog.movies[1].themes).toEqual([
      { name: "chosen one", relevance: 0.95 },
      { name: "kung fu", relevance: 0.73 },
    ]);
    expect(catalog.movies[0].themes).toEqual([]);
  });

  it("of a movie that is not there are skipped and counted", async () => {
    const tags = `${csvFiles["tags.csv"]}2,999,lost,1445714994\r\n`;
    const catalog = await open({ ...csvFiles, "tags.csv": tags });
    expect(rulesOf(catalog)["movie is not in the movie list: tag skipped"]).toBe(1);
  });
});

describe("the Large Movie Review Dataset", () => {
  const expected = [
    ["train/pos/0", "The Matrix", 9, "Whoa.\n\nThere is no spoon."],
    ["train/pos/1", "Amélie", 10, "Amélie makes me smile."],
    ["train/neg/0", "The Matrix", 2, "All that leather."],
  ];
  const reviewsOf = ({ reviews, movies }: Catalog) =>
    reviews.map(({ key, movie, halfStars, text }) => [key, movies[movie].title, halfStars, text]);

  async function writeTar(files: Files): Promise<string> {
    const archive = pack();
    for (const [name, content] of Object.entries(files)) archive.entry({ name }, Buffer.from(content));
    archive.finalize();
    const path = join(await temporaryFolder(), "aclImdb_v1.tar.gz");
    await writeFile(path, gzipSync(await buffer(archive)));
    return path;
  }

  it("is the same in folders, as zip, tar.gz and JSON lines", async () => {
    const films = await writeFolder(imdb5000Files);
    const folder = await writeFolder(reviewFiles);
    const forms = [
      folder,
      join(folder, "aclImdb"),
      await writeZipFile(reviewFiles),
      await writeTar(reviewFiles),
      await writeFolder(reviewLines),
      join(await writeFolder({ "r.jsonl.gz": gzipSync(String(reviewLines["aclimdb-train.jsonl"])) }), "r.jsonl.gz"),
    ];
    for (const form of forms) {
      const catalog = await openCatalog([films, form]);
      expect(reviewsOf(catalog)).toEqual(expected);
      expect(catalog.sources[1]).toMatchObject({ name: "large-movie-review-dataset", movieCount: 2 });
      expect(catalog.movies).toHaveLength(3);
    }
  });

  it("reviews stored films, too, and counts what is in no catalog", async () => {
    const stored = (await open(imdb5000Files)).movies;
    const path = await writeFolder(reviewLines);
    const catalog = await openCatalog([path], { stored });
    expect(reviewsOf(catalog)).toEqual(expected);
    expect(catalog.movies.map(({ title }) => title)).toEqual(["The Matrix", "Amélie"]);
    const alone = await openCatalog([path]);
    expect(alone.reviews).toEqual([]);
    expect(rulesOf(alone)).toEqual({ "review of a film that is in no other source: left out": 3 });
  });

  it("skips and counts reviews that cannot be read", async () => {
    const lines = `${reviewLines["aclimdb-train.jsonl"]}{"id": 5}\nnonsense\n`;
    const catalog = await openCatalog([await writeFolder(imdb5000Files), await writeFolder({ "r.jsonl": lines })]);
    expect(rulesOf(catalog)["no review with label and IMDb id: review skipped"]).toBe(2);
    const more = { "aclImdb/train/pos/7_9.txt": "Too many.", "aclImdb/train/neg/1_1.txt": "" };
    const folder = await writeFolder({ ...reviewFiles, ...more });
    expect(rulesOf(await openCatalog([await writeFolder(imdb5000Files), folder]))).toMatchObject({
      "no address of its film: review skipped": 2,
    });
  });

  it("refuses a tar.gz that was cut", async () => {
    const path = await writeTar(reviewFiles);
    await writeFile(path, (await readFile(path)).subarray(0, 200));
    await expect(openCatalog([path])).rejects.toThrow("aclImdb_v1.tar.gz is not a whole tar.gz file");
  });
});
