import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fingerprintCatalog, openCatalog } from "./open-catalog.ts";
import { csvFiles } from "./testing/fixtures.ts";
import { film } from "./testing/movies.ts";
import { imdb5000Files, moviesDatasetFiles, tmdb5000Files } from "./testing/published-files.ts";
import { type Files, writeFolder, writeZipFile } from "./testing/write-source.ts";

const wikipedia: Files = {
  "movies.json": JSON.stringify([
    film("The Matrix", 1999, {
      cast: ["Keanu Reeves", "Carrie-Anne Moss"],
      genres: ["Science Fiction", "Superhero", "Drama"],
      extract: "The Matrix is a 1999 film written and directed by the Wachowskis.",
    }),
    film("Heat", 1995),
  ]),
};

const paths = async (...sources: Files[]) => Promise.all(sources.map(writeFolder));

describe("several sources", () => {
  it("become one catalog, each field from the source that is believed first", async () => {
    const catalog = await openCatalog(await paths(csvFiles, tmdb5000Files, imdb5000Files, wikipedia));
    expect(catalog.name).toBe("ml-latest-small + tmdb-5000 + imdb-5000 + wikipedia");
    expect(catalog.sources.map(({ name, movieCount, matched }) => [name, movieCount, matched])).toEqual([
      ["ml-latest-small", 4, 0],
      ["tmdb-5000", 3, 1],
      ["imdb-5000", 3, 1],
      ["wikipedia", 2, 1],
    ]);
    expect(catalog.movies.map(({ title }) => title)).toEqual([
      "Toy Story",
      "The Matrix",
      "Seven Samurai",
      "Paterson",
      "Spirited Away",
      "America Is Still the Place",
      "Amélie",
      "10,000 B.C.",
    ]);
    const matrix = catalog.movies[1];
    expect(matrix.keys).toEqual({
      "ml-latest-small": "7",
      "tmdb-5000": "603",
      "imdb-5000": "tt0133093",
      wikipedia: "The_Matrix_(1999_film)",
    });
    expect(matrix).toMatchObject({
      overview: "The Matrix is a 1999 film written and directed by the Wachowskis.",
      directors: ["Lana Wachowski", "Lilly Wachowski"],
      cast: [{ name: "Keanu Reeves" }, { name: "Laurence Fishburne" }, { name: "Hugo Weaving" }],
      themes: [{ name: "kung fu", relevance: 0.5 }],
      votes: { average: 7.9, count: 8907 },
    });
    expect(matrix.provenance).toMatchObject({
      title: "ml-latest-small",
      overview: "wikipedia",
      directors: "tmdb-5000",
      themes: "ml-latest-small",
      votes: "tmdb-5000",
      genres: "ml-latest-small",
    });
    // Of Wikipedia's only what MovieLens has no word for.
    expect(matrix.genres.map(({ name }) => name)).toEqual(["Action", "Science Fiction", "Superhero"]);
  });

  it("keep ratings with their films, wherever these are in the catalog", async () => {
    const { movies, ratings } = await openCatalog(await paths(tmdb5000Files, csvFiles, moviesDatasetFiles));
    expect(ratings.map(({ source }) => source)).toEqual(["ml-latest-small", "the-movies-dataset"]);
    const titles: string[][] = [];
    for (const stream of ratings) {
      for await (const chunk of stream.chunks()) titles.push(Array.from(chunk.movies, (movie) => movies[movie].title));
    }
    expect(titles).toEqual([
      ["Toy Story", "The Matrix", "Toy Story", "Seven Samurai", "The Matrix", "Paterson"],
      ["Toy Story", "Amélie"],
    ]);
  });

  it("are the same catalog in any order, but for the order of its films", async () => {
    const sources = await paths(csvFiles, tmdb5000Files, imdb5000Files, moviesDatasetFiles, wikipedia);
    const [one, other] = [await openCatalog(sources), await openCatalog(sources.toReversed())];
    const byTitle = ({ movies }: typeof one) =>
      movies.map(({ otherTitles: _, otherYears: __, ...movie }) => movie).sort((a, b) => (a.title < b.title ? -1 : 1));
    expect(byTitle(other)).toEqual(byTitle(one));
    expect(other.fingerprint).toBe(one.fingerprint);
    expect(await fingerprintCatalog(sources)).toBe(one.fingerprint);
  });

  it("may lie in one folder or zip", async () => {
    const all = { ...csvFiles, ...tmdb5000Files, "more/movies.json": wikipedia["movies.json"] };
    const expected = (await openCatalog(await paths(csvFiles, tmdb5000Files, wikipedia))).movies;
    expect((await openCatalog([await writeFolder(all)])).movies).toEqual(expected);
    expect((await openCatalog([await writeZipFile(all)])).movies).toEqual(expected);
  });

  it("cannot be the same twice", async () => {
    await expect(openCatalog(await paths(csvFiles, csvFiles))).rejects.toThrow("ml-latest-small was named twice");
  });

  it("need no ratings", async () => {
    const { "ratings.csv": _, ...films } = csvFiles;
    const catalog = await openCatalog(await paths(films));
    expect([catalog.movies.length, catalog.ratings]).toEqual([4, []]);
  });
});

describe("the Wikipedia list", () => {
  it("is a catalog by itself, and beside others brings no films of its own", async () => {
    const [list] = await paths(wikipedia);
    expect((await openCatalog([list])).movies.map(({ title }) => title)).toEqual(["The Matrix", "Heat"]);
    const stored = (await openCatalog(await paths(csvFiles))).movies;
    const filled = await openCatalog([join(list, "movies.json")], { stored });
    expect(filled.movies.map(({ title }) => title)).toEqual(["The Matrix"]);
    expect(filled.movies[0].keys).toEqual({ "ml-latest-small": "7", wikipedia: "The_Matrix_(1999_film)" });
  });
});

describe("films that are stored", () => {
  it("are found again, by key whatever else changed, and never emptied", async () => {
    const stored = (await openCatalog(await paths(csvFiles, wikipedia))).movies;
    const renamed = String(csvFiles["movies.csv"]).replace("Matrix, The (1999)", "Matrix Reborn (2003)");
    const { "links.csv": _, ...unlinked } = csvFiles;
    const again = await openCatalog(await paths({ ...unlinked, "movies.csv": renamed }), { stored });
    expect(again.sources[0]).toMatchObject({ movieCount: 4, matched: 4 });
    expect(again.movies[1]).toMatchObject({
      title: "Matrix Reborn",
      imdbId: "tt0133093",
      overview: stored[1].overview,
      provenance: stored[1].provenance,
    });
  });

  it("stay as they are when the same is read again", async () => {
    const sources = await paths(csvFiles, tmdb5000Files, imdb5000Files, moviesDatasetFiles, wikipedia);
    const first = await openCatalog(sources);
    const again = await openCatalog(sources, { stored: first.movies });
    expect(again).toEqual({ ...first, sources: expect.anything(), ratings: expect.anything() });
    expect(again.sources.map(({ movieCount, matched }) => movieCount - matched)).toEqual([0, 0, 0, 0, 1]);
  });
});
