// Several sources into each database: films meet, nothing is emptied, the same again changes nothing.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openCatalog } from "@matinee/datasets";
import type { Database } from "@matinee/db";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databases } from "../../../../tests/kit/databases.ts";
import { findCatalogInfo } from "../catalog-info.ts";
import { importCatalog } from "./import-catalog.ts";
import { listStoredMovies } from "./stored-films.ts";

const movielens = {
  "movies.csv":
    'movieId,title,genres\n1,"Matrix, The (1999)",Action|Sci-Fi\n2,Seven Samurai (Shichinin no samurai) (1954),Drama\n3,Emma (1996),Romance\n',
  "links.csv": "movieId,imdbId,tmdbId\n1,0133093,603\n2,0047478,\n3,,\n",
  "ratings.csv": "userId,movieId,rating,timestamp\n7,1,4.0,964982703\n7,2,5.0,964982703\n8,1,3.5,964982704\n",
  "tags.csv": "userId,movieId,tag,timestamp\n7,1,dystopia,964982703\n",
};
const wikipedia = {
  "movies.json": JSON.stringify([
    {
      title: "The Matrix",
      year: 1999,
      cast: ["Keanu Reeves", "Carrie-Anne Moss"],
      genres: ["Superhero"],
      href: "The_Matrix",
      extract: "The Matrix is a 1999 film directed by Ann Lee and Bo Day.",
    },
    { title: "Emma", year: 1996, cast: [], genres: [], href: null },
  ]),
};
const review = (id: number, imdbId: string) =>
  JSON.stringify({ id, split: "train", label: "pos", stars: 9, imdbId, text: "A great film, and a brave one." });
const reviews = { "reviews.jsonl": `${review(0, "tt0133093")}\n${review(1, "tt0000001")}\n` };
const imdb = {
  "movie_metadata.csv": [
    "movie_title,title_year,movie_imdb_link,director_name,actor_1_name,actor_2_name,actor_3_name,genres,plot_keywords,duration,country,language,imdb_score,num_voted_users",
    "Matrix Reloaded,2003,http://www.imdb.com/title/tt0234215/,Ann Lee,Keanu Reeves,,,Action,sequel,138,USA,English,7.2,100",
    "The Matrix,1999,http://www.imdb.com/title/tt0133093/,Cy Fox,,,,Action,,136,USA,English,8.7,200",
    "",
  ].join("\n"),
};

const tables = [
  "movies",
  "movieKeys",
  "people",
  "credits",
  "movieGenres",
  "movieThemes",
  "viewers",
  "ratings",
  "reviews",
] as const;

describe.each(databases)("importing several sources into $name", ({ skipReason, open }) => {
  if (skipReason) return it.skip("merges, repeats", () => {});
  let database: Database;
  let folder: string;
  beforeAll(async () => {
    database = await open();
    folder = await mkdtemp(join(tmpdir(), "matinee-import-"));
    for (const [name, files] of Object.entries({ movielens, wikipedia, imdb, reviews })) {
      await mkdir(join(folder, name));
      for (const [file, text] of Object.entries(files)) await writeFile(join(folder, name, file), text);
    }
  });
  afterAll(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });

  const importNamed = async (...names: string[]) => {
    const stored = await listStoredMovies(database);
    const catalog = await openCatalog(
      names.map((name) => join(folder, name)),
      { stored },
    );
    return importCatalog(database, catalog);
  };

  const dump = async () => {
    const rows: Record<string, unknown> = {};
    for (const table of tables) {
      const found = await database.kysely.selectFrom(table).selectAll().execute();
      rows[table] = found.map((row) => JSON.stringify(row)).sort();
    }
    return rows;
  };

  const matrix = async () => (await listStoredMovies(database)).find(({ imdbId }) => imdbId === "tt0133093")!;

  it("makes one film of what is one, each field from the source that is believed first", async () => {
    const info = await importNamed("movielens", "wikipedia");
    expect(info).toMatchObject({ name: "movielens + wikipedia", movieCount: 3, ratingCount: 3 });
    expect(info.shareOfRatingsWithOverviewAndCast).toBeCloseTo(2 / 3);
    expect(await matrix()).toMatchObject({
      keys: { movielens: "1", wikipedia: "The_Matrix" },
      directors: ["Ann Lee", "Bo Day"],
      themes: [{ name: "dystopia", relevance: 0.5 }],
      provenance: { title: "movielens", overview: "wikipedia", cast: "wikipedia", themes: "movielens" },
    });
  });

  it("changes no row and no id when the same comes again, in any order", async () => {
    const before = await dump();
    await importNamed("movielens", "wikipedia");
    expect(await dump()).toEqual(before);
    await importNamed("wikipedia", "movielens");
    expect(await dump()).toEqual(before);
    await importNamed("wikipedia");
    expect(await dump()).toEqual(before);
  });

  it("adds another source to what is stored, under the same ids and slugs", async () => {
    const idsOf = async () =>
      (await database.kysely.selectFrom("movies").select(["id", "slug"]).orderBy("id").execute()).slice(0, 3);
    const before = await idsOf();
    expect(await importNamed("imdb")).toMatchObject({ name: "movielens + imdb-5000 + wikipedia", movieCount: 4 });
    expect(await idsOf()).toEqual(before);
    expect(await matrix()).toMatchObject({
      keys: { movielens: "1", wikipedia: "The_Matrix", "imdb-5000": "tt0133093" },
      // Wikipedia is believed first.
      directors: ["Ann Lee", "Bo Day"],
      runtimeMinutes: 136,
      votes: { average: 8.7, count: 200 },
    });
    const all = await dump();
    await importNamed("imdb", "movielens");
    expect(await dump()).toEqual(all);
  });

  it("stores reviews of the films that are there, once", async () => {
    const listReviews = () => database.kysely.selectFrom("reviews").selectAll().execute();
    await importNamed("reviews");
    const stored = await listReviews();
    expect(stored).toMatchObject([{ source: "large-movie-review-dataset", sourceKey: "train/pos/0", halfStars: 9 }]);
    await importNamed("reviews");
    expect(await listReviews()).toEqual(stored);
  });

  it("stores nothing when a source cannot be read", async () => {
    const before = [await dump(), await findCatalogInfo(database)];
    await writeFile(
      join(folder, "movielens", "ratings.csv"),
      "userId,movieId,rating,timestamp\n9,1,4.0,964982703\n9,2,",
    );
    await expect(importNamed("movielens")).rejects.toThrow("ratings.csv ends in the middle of line 3");
    expect([await dump(), await findCatalogInfo(database)]).toEqual(before);
  });
});
