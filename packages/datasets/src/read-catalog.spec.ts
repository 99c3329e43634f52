import { describe, expect, it } from "vitest";
import type { ReadProgress, SourceCatalog } from "./dataset.types.ts";
import { fingerprintCatalog } from "./open-catalog.ts";
import { readCatalog, readFilms } from "./read-catalog.ts";
import { csvFiles, ml1mFiles, ml100kFiles } from "./testing/fixtures.ts";
import { type Files, writeFolder, writeZipFile } from "./testing/write-source.ts";

const ratingsOf = ({ ratings, viewerKeys, movies }: SourceCatalog) =>
  Array.from(ratings.movies, (movie, rating) => [
    viewerKeys[ratings.viewers[rating]],
    movies[movie].sourceKey,
    ratings.halfStars[rating] / 2,
    ratings.ratedAt[rating],
  ]);

const readFiles = async (files: Files) => readCatalog([await writeFolder(files)]);
const withRatings = (...lines: string[]): Files => ({
  ...csvFiles,
  "ratings.csv": `${csvFiles["ratings.csv"]}${lines.join("\n")}`,
});
const rulesOf = (catalog: SourceCatalog) =>
  Object.fromEntries(catalog.findings.map(({ rule, count }) => [rule, count]));
const noYear = { "no year in the title: movie kept without one": 1 };

describe("the csv layout", () => {
  it("is read alike from a folder and a zip, at the top or one folder below", async () => {
    const inside = Object.fromEntries(Object.entries(csvFiles).map(([name, content]) => [`ml/${name}`, content]));
    const catalogs = [
      await readFiles(csvFiles),
      await readCatalog([await writeZipFile(csvFiles)]),
      await readCatalog([await writeZipFile(inside)]),
    ];
    expect(catalogs[1]).toEqual(catalogs[0]);
    expect(catalogs[2]).toEqual(catalogs[0]);
    expect(catalogs[0].name).toBe("ml-latest-small");
    expect(
      catalogs[0].movies.map(({ title, originalTitle, year, imdbId, tmdbId }) => [
        title,
        originalTitle,
        year,
        imdbId,
        tmdbId,
      ]),
    ).toEqual([
      ["Toy Story", null, 1995, "tt0114709", 862],
      ["The Matrix", null, 1999, "tt0133093", 603],
      ["Seven Samurai", "Shichinin no samurai", 1954, "tt0047478", null],
      ["Paterson", null, null, "tt5247022", 370755],
    ]);
    expect(catalogs[0].movies[1].genres.map((genre) => genre.name)).toEqual(["Action", "Science Fiction"]);
    expect(ratingsOf(catalogs[0])).toEqual([
      ["1", "1", 4, 964982703],
      ["1", "7", 4.5, 964981247],
      ["2", "1", 0.5, 1445714835],
      ["2", "40", 5, 1445715029],
      ["10", "7", 3, 1305696483],
      ["10", "41", 2.5, 1305696506],
    ]);
    expect(rulesOf(catalogs[0])).toEqual(noYear);
  });

  it("gives the same catalog for shuffled lines", async () => {
    const shuffled = Object.fromEntries(
      Object.entries(csvFiles).map(([name, content]) => {
        const [header, ...lines] = String(content).trimEnd().split("\r\n");
        return [name, name.endsWith(".csv") ? [header, ...lines.reverse(), ""].join("\r\n") : content];
      }),
    );
    const { fingerprint: _, findings: _findings, ...expected } = await readFiles(csvFiles);
    expect(await readFiles(shuffled)).toMatchObject(expected);
  });

  it("skips and counts bad ratings, with examples", async () => {
    const catalog = await readFiles(
      withRatings(
        "3,1,4.0",
        "x,1,4.0,964982703",
        "3,1,5.5,964982703",
        "3,1,3.3,964982703",
        "3,999,3.0,964982703",
        "3,1,3.0,soon",
        "3,7,3.0,964982703",
        "",
      ),
    );
    expect(rulesOf(catalog)).toEqual({
      ...noYear,
      "wrong number of fields: rating skipped": 1,
      "id is not a whole number above 0: rating skipped": 1,
      "rating is no half star step from 0.5 to 5: rating skipped": 2,
      "movie is not in the movie list: rating skipped": 1,
      "time is not in Unix seconds: rating skipped": 1,
    });
    expect(catalog.findings[1].examples).toEqual(["ratings.csv line 8: 3,1,4.0"]);
    expect(ratingsOf(catalog).filter(([viewer]) => viewer === "3")).toEqual([["3", "7", 3, 964982703]]);
  });

  it("keeps the newest of two ratings of a movie by a viewer", async () => {
    const catalog = await readFiles(withRatings("2,1,3.5,1445714999", "2,1,2.0,1445714000", ""));
    expect(ratingsOf(catalog)).toContainEqual(["2", "1", 3.5, 1445714999]);
    expect(catalog.ratings.movies.length).toBe(6);
    expect(rulesOf(catalog)["second rating of a movie by a viewer: newest kept"]).toBe(2);
  });

  it("refuses a file of which more than 1 % is bad", async () => {
    const bad = Array.from({ length: 11 }, (_, place) => `${place + 1},1,9.0,964982703`);
    await expect(readFiles(withRatings(...bad, ""))).rejects.toThrow(/^ratings\.csv has 11 bad lines, 64\.7 % of all/);
  });

  it("refuses a file that was cut within a line, also within its time", async () => {
    await expect(readFiles(withRatings("10,7,"))).rejects.toThrow("ratings.csv ends in the middle of line 8");
    await expect(readFiles(withRatings("11,7,4.0,96498"))).rejects.toThrow("ratings.csv ends in the middle of line 8");
    expect((await readFiles(withRatings("11,7,4.0,964982703"))).ratings.movies.length).toBe(7);
  });

  it("keeps the first of two movies with one id, and empties wrong links", async () => {
    const catalog = await readFiles({
      ...csvFiles,
      "movies.csv": `${csvFiles["movies.csv"]}1,Other (1990),Drama\nx,No Id (1990),Drama\n8,Jazz (1990),Jazz\n`,
      "links.csv": `${csvFiles["links.csv"]}8,0114709,none\n999,1,1\n`,
    });
    expect(catalog.movies.map((movie) => movie.title)).toEqual([
      "Toy Story",
      "The Matrix",
      "Jazz",
      "Seven Samurai",
      "Paterson",
    ]);
    expect(catalog.movies[2].imdbId).toBeNull();
    expect(rulesOf(catalog)).toEqual({
      ...noYear,
      "movie id used before: first line kept": 1,
      "id is not a whole number above 0: movie skipped": 1,
      "unknown genre: left out": 1,
      "link is not a number: left empty": 1,
      "IMDb id used before: left empty": 1,
      "movie is not in the movie list: link skipped": 1,
    });
  });

  it.each([
    [
      "movies.csv",
      "movieId,name,genres\n",
      "movies.csv lacks the column title (its first line has: movieId, name, genres)",
    ],
    [
      "ratings.csv",
      "1,1,4.0,964982703\n",
      "ratings.csv lacks the columns userId, movieId, rating, timestamp (its first line has: 1, 1, 4.0, 964982703)",
    ],
    ["ratings.csv", "", "ratings.csv is empty"],
    [
      "movies.csv",
      Buffer.from("movieId,title,genres\n1,Misérables (1995),Drama\n", "latin1"),
      "movies.csv is not UTF-8 in line 2",
    ],
    ["ratings.csv", Buffer.from(String(csvFiles["ratings.csv"]), "utf16le"), "ratings.csv is not UTF-8 in line 1"],
  ])("refuses a wrong %s with a sentence", async (name, content, message) => {
    await expect(readFiles({ ...csvFiles, [name]: content })).rejects.toThrow(message);
  });
});

describe("the older layouts", () => {
  it("ml-100k: Latin-1, flags, tabs", async () => {
    const catalog = await readFiles(ml100kFiles);
    expect(catalog.name).toBe("ml-100k");
    expect(
      catalog.movies.map(({ title, year, genres }) => [title, year, genres.map((genre) => genre.slug).join()]),
    ).toEqual([
      ["Toy Story", 1995, "children"],
      ["unknown", null, ""],
      ["Les Misérables", 1995, "drama"],
    ]);
    expect(ratingsOf(catalog)).toEqual([
      ["22", "1", 5, 878887116],
      ["196", "267", 1, 881250950],
      ["196", "543", 3, 881250949],
    ]);
  });

  it("ml-1m: double colons", async () => {
    const catalog = await readFiles(ml1mFiles);
    expect(catalog.movies[1].title).toBe("Les Misérables");
    expect(ratingsOf(catalog)).toEqual([
      ["1", "73", 5, 978300760],
      ["2", "1", 3, 978302109],
    ]);
  });

  it("reads what they tell of viewers, and skips and counts what is wrong", async () => {
    const users = "22|24|M|technician|85711\n196|0|F|writer|1\n7|53|X|other|94043\nx|20|F|writer|1\n8|9|F\n";
    const older = await readFiles({ ...ml100kFiles, "u.user": users });
    expect(older.viewers).toEqual(new Map([["22", { age: 24, sex: "M", occupation: "technician" }]]));
    expect(rulesOf(older)).toMatchObject({
      "age is not 1 to 120: viewer skipped": 1,
      "sex is neither F nor M: viewer skipped": 1,
      "id is not a whole number above 0: viewer skipped": 1,
      "wrong number of fields: viewer skipped": 1,
    });
    const newer = await readFiles({ ...ml1mFiles, "users.dat": "1::F::1::10::48067\n2::M::56::21::70072\n" });
    expect(newer.viewers).toEqual(new Map([["1", { age: 1, sex: "F", occupation: "K-12 student" }]]));
    expect(rulesOf(newer)).toEqual({ "unknown occupation: viewer skipped": 1 });
    expect((await readFiles(ml100kFiles)).viewers).toBeUndefined();
  });

  it("reads a file that was saved as UTF-8 as that, and says so", async () => {
    const movies = (ml1mFiles["movies.dat"] as Buffer).toString("latin1");
    const catalog = await readFiles({ ...ml1mFiles, "movies.dat": movies });
    expect(catalog.movies[1].title).toBe("Les Misérables");
    expect(rulesOf(catalog)).toEqual({ "Latin-1 file saved as UTF-8: read as UTF-8": 1 });
  });

  it("names a missing column", async () => {
    const fewer = "1|Toy Story (1995)|01-Jan-1995||1|0\n";
    await expect(readFiles({ ...ml100kFiles, "u.item": fewer })).rejects.toThrow(
      /^u\.item has 6 columns .* where 10 belong/,
    );
  });
});

describe("what is read", () => {
  it("is named by its files; a missing one is named", async () => {
    const { "ratings.csv": _, ...rest } = csvFiles;
    await expect(readFiles(rest)).rejects.toThrow(/ has films but no ratings; name a data set that has both\.$/);
    await expect(readFiles({ "notes.txt": "" })).rejects.toThrow(
      /holds no data set that is known here \(found: notes\.txt/,
    );
    await expect(readFiles({ ...csvFiles, ...ml1mFiles })).rejects.toThrow("has the ratings of several data sets");
  });

  it("can be films alone, with their viewers, without ratings", async () => {
    const { "ratings.csv": _, ...films } = csvFiles;
    expect((await readFilms([await writeZipFile(films)])).movies.map(({ sourceKey }) => sourceKey)).toEqual([
      "1",
      "7",
      "40",
      "41",
    ]);
    const { "u.data": _data, ...older } = ml100kFiles;
    const { movies, viewers } = await readFilms([await writeFolder({ ...older, "u.user": "22|24|M|writer|85711\n" })]);
    expect([movies.length, viewers?.size]).toEqual([3, 1]);
    await expect(readFilms([await writeFolder({ "u.item": "" })])).rejects.toThrow("lacks u.genre of MovieLens 100k");
  });

  it("has one fingerprint for folder and zip, another for other data", async () => {
    const folder = await writeFolder(csvFiles);
    const { fingerprint } = await readCatalog([folder]);
    expect(await fingerprintCatalog([folder])).toBe(fingerprint);
    expect(await fingerprintCatalog([await writeZipFile(csvFiles)])).toBe(fingerprint);
    expect(await fingerprintCatalog([await writeFolder(withRatings("10,40,1.0,1305696506\n"))])).not.toBe(fingerprint);
  });

  it("reports progress up to 1 and stops when asked to", async () => {
    const steps: ReadProgress[] = [];
    const folder = await writeFolder(csvFiles);
    await readCatalog([folder], { onProgress: (progress) => steps.push(progress) });
    expect(steps.map((progress) => progress.step)).toEqual([
      "Reading movies.csv",
      "Reading links.csv",
      "Reading tags.csv",
      "Reading ratings.csv",
      "Reading the ratings",
    ]);
    expect(steps.at(-1)?.share).toBe(1);
    await expect(readCatalog([folder], { signal: AbortSignal.abort(new Error("stopped")) })).rejects.toThrow("stopped");
  });
});
