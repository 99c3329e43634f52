import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databases } from "../../../tests/kit/databases.ts";
import { smallCatalog, smallMovie } from "../../../tests/kit/small-catalog.ts";
import type { Database } from "../database.types.ts";
import { importRepository } from "./import.repository.ts";
import { modelsRepository } from "./models.repository.ts";
import { searchRepository } from "./search.repository.ts";
import { vectorDimensions, vectorsRepository } from "./vectors.repository.ts";

const titles = ["The Matrix", "Seven Samurai", "The Magnificent Seven", "Amélie", "Alien", "Aliens", "It's a Gift"];
const normalized = ["the matrix", "seven samurai", "the magnificent seven", "amelie", "alien", "aliens", "it s a gift"];
const overviews = [
  "a hacker",
  "farmers hire seven ronin",
  "gunmen",
  "a waitress in paris",
  "a crew",
  "marines",
  "a matrix",
];
const catalog = {
  ...smallCatalog({ movies: titles.length, viewers: 2, ratingsPerViewer: 3 }),
  movies: titles.map((title, index) => ({
    ...smallMovie(index),
    title,
    // "Seven Samurai" has none
    overview: index === 1 ? null : overviews[index]!,
    normalized: {
      title: normalized[index]!,
      originalTitle: index === 1 ? "shichinin no samurai" : "",
      people: index === 1 ? "akira kurosawa" : "someone",
      themes: "drama",
      overview: overviews[index]!,
    },
  })),
};

describe.each(databases)("search on $name", ({ skipReason, open }) => {
  let database: Database;
  let titleOf: Map<number, string>;
  beforeAll(async () => {
    if (skipReason) return;
    database = await open();
    await importRepository(database.kysely).importCatalog(catalog);
    const rows = await database.kysely.selectFrom("movies").select(["id", "title"]).orderBy("id").execute();
    titleOf = new Map(rows.map(({ id, title }) => [id, title]));
  });
  afterAll(() => database?.close());

  const search = async (terms: string, limit = 10, filter = {}) =>
    (await searchRepository(database.kysely).searchKeyword({ terms, limit, filter })).map(({ movieId }) =>
      titleOf.get(movieId),
    );

  it.skipIf(skipReason)("puts a title above an overview", async () => {
    expect(await search("matrix")).toEqual(["The Matrix", "It's a Gift"]);
    expect((await search("seven")).at(0)).not.toBe("It's a Gift");
    expect(await search("alien")).toEqual(["Alien", "Aliens"]);
  });

  it.skipIf(skipReason)("finds people, other titles and beginnings of words", async () => {
    expect(await search("kurosawa")).toEqual(["Seven Samurai"]);
    expect(await search("shichinin")).toEqual(["Seven Samurai"]);
    expect(await search("magnif")).toEqual(["The Magnificent Seven"]);
    expect(await search("seven kuro")).toContain("Seven Samurai");
  });

  it.skipIf(skipReason)("says where the words were found", async () => {
    const found = async (terms: string) =>
      (await searchRepository(database.kysely).searchKeyword({ terms, limit: 10 })).map(({ matchedBy }) => matchedBy);
    expect(await found("matrix")).toEqual(["TITLE_START", "KEYWORD"]);
    expect(await found("magnificent")).toEqual(["TITLE_START"]);
    expect(await found("samurai")).toEqual(["TITLE"]);
    expect(await found("kurosawa")).toEqual(["PERSON"]);
    expect(await found("samurai kurosawa")).toEqual(["PERSON"]);
    expect(await found("samurai ronin")).toEqual(["KEYWORD"]);
    expect((await found("matirx")).at(0)).toEqual("TITLE_START");
  });

  it.skipIf(skipReason)("finds titles in spite of typing errors", async () => {
    expect((await search("matirx")).at(0)).toBe("The Matrix");
    expect((await search("sevn samuri")).at(0)).toBe("Seven Samurai");
    expect((await search("ameli")).at(0)).toBe("Amélie");
  });

  it.skipIf(skipReason)("finds a title without its article and its spaces", async () => {
    expect((await search("magnificentseven")).at(0)).toBe("The Magnificent Seven");
    expect((await search("the alien")).at(0)).toBe("Alien");
  });

  it.skipIf(skipReason)("takes most of the words where no film has all, the rare ones first", async () => {
    expect(await search("amelie waitress paris hacker")).toEqual(["Amélie"]);
    expect((await search("crew hacker")).toSorted()).toEqual(["Alien", "The Matrix"]);
    expect((await search("ronins farmers waitress")).at(0)).toBe("Seven Samurai");
    expect(await search("paris qqqqqq")).toEqual(["Amélie"]);
  });

  it.skipIf(skipReason)("ranks the better known first where the words say the same", async () => {
    const { kysely } = database;
    const named = ["Alien", "Aliens", "The Matrix", "It's a Gift"];
    const ids = [...titleOf].filter(([, title]) => named.includes(title)).map(([id]) => id);
    await kysely.updateTable("movieTotals").set({ ratingCount: 0 }).execute();
    for (const [index, id] of ids.entries()) {
      await kysely
        .updateTable("movieTotals")
        .set({ ratingCount: 10 * index })
        .where("movieId", "=", id)
        .execute();
    }
    expect(await search("someone")).toEqual([
      "It's a Gift",
      "Aliens",
      "Alien",
      "The Matrix",
      "The Magnificent Seven",
      "Amélie",
    ]);
    expect((await search("alien")).at(0)).toBe("Alien");
  });

  it.skipIf(skipReason)("looks for function words in names only", async () => {
    expect(await search("it")).toEqual(["It's a Gift"]);
    expect(await search("in")).toEqual([]);
  });

  it.skipIf(skipReason)("finds nothing for nothing, and takes any characters", async () => {
    expect(await search("")).toEqual([]);
    expect(await search("zzzzzz")).toEqual([]);
    expect(await search("' | ! & : * \\ (")).toEqual([]);
  });

  it.skipIf(skipReason)("keeps to limit and filter", async () => {
    expect(await search("seven", 1)).toHaveLength(1);
    expect(await search("alien", 10, { years: { from: 1965 } })).toEqual(["Aliens"]);
  });

  it.skipIf(skipReason)("ranks by the vectors of one model", async () => {
    const models = modelsRepository(database.kysely);
    const vectors = vectorsRepository(database.kysely);
    const model = {
      engine: "distilled",
      fingerprint: "f",
      hyperparameters: {},
      metrics: {},
      seed: 1,
      itemCount: titles.length,
      trainingSeconds: 1,
      formatVersion: 1,
    };
    const [{ id: modelId }, { id: otherId }] = [await models.create(model), await models.create(model)];
    const movieIds = Int32Array.from(titleOf.keys());
    // movie m points along axis m, and a little along axis 0
    const values = new Float32Array(movieIds.length * vectorDimensions);
    for (let m = 0; m < movieIds.length; m++) {
      values[m * vectorDimensions + m] = 1;
      values[m * vectorDimensions] = m === 0 ? 1 : m / 100;
    }
    for (const id of [modelId, otherId]) {
      await vectors.createPartition(id);
      await vectors.write(id, movieIds, id === modelId ? values : values.toReversed());
      await vectors.attach(id);
    }
    const vector = values.subarray(0, vectorDimensions);
    const found = await searchRepository(database.kysely).searchSemantic({ modelId, vector, limit: 3 });
    expect(found.map(({ movieId }) => titleOf.get(movieId))).toEqual(["The Matrix", "It's a Gift", "Aliens"]);
    expect(found[0]!.score).toBeCloseTo(1, 6);
    expect(found[1]!.score).toBeCloseTo(0.06 / Math.hypot(1, 0.06), 5);
    const old = { years: { to: 1964 } };
    const filtered = await searchRepository(database.kysely).searchSemantic({
      modelId,
      vector,
      limit: 2,
      filter: old,
    });
    expect(filtered.map(({ movieId }) => titleOf.get(movieId))).toEqual(["The Matrix", "Alien"]);
  });
});
