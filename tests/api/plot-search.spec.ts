// Does search find a known film by a sentence about its plot that shares no word with its title?
import { join } from "node:path";
import { normalizeText, openCatalog } from "@matinee/datasets";
import { type Database, migrate, openDatabase, searchRepository } from "@matinee/db";
import { type DistilledEmbedder, loadDistilledEmbedder } from "@matinee/embeddings";
import { embedMovies, importCatalog } from "@matinee/workflows";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fuse } from "../../apps/api/src/modules/search/fuse.ts";
import { plotQueries } from "./plot-queries.ts";

const data = process.env.TEST_DATA;
const limit = 200;

describe.skipIf(!data)("search by plot in ml-latest-small with Wikipedia's texts (needs TEST_DATA)", () => {
  let database: Database;
  let embedder: DistilledEmbedder;
  let modelId: number;
  const films = new Map<string, number>();

  beforeAll(async () => {
    database = await openDatabase({});
    await migrate(database);
    const paths = ["ml-latest-small.zip", "wikipedia-movies.json.gz"].map((name) => join(data!, name));
    const catalog = await openCatalog(paths);
    await importCatalog(database, catalog);
    embedder = await loadDistilledEmbedder();
    modelId = (await embedMovies(database, embedder)).id;
    const rows = await database.kysely.selectFrom("movies").select(["id", "title", "year"]).execute();
    for (const { id, title, year } of rows) films.set(nameOf(title, year), id);
  });
  afterAll(() => database?.close());

  /** Mean of 1 / rank over the queries, 0 behind rank 10. */
  async function meanReciprocalRank(search: (query: string) => Promise<readonly number[]>): Promise<number> {
    let sum = 0;
    for (const [query, film] of Object.entries(plotQueries)) {
      const [, title, year] = film.match(/^(.*) \((\d{4})\)$/)!;
      const id = films.get(nameOf(title!.replace(/ \(.*\)$/, "").replace(/^(.+), (The|A)$/, "$2 $1"), Number(year)));
      expect(id, film).toBeDefined();
      const rank = (await search(query)).indexOf(id!);
      if (rank >= 0 && rank < 10) sum += 1 / (rank + 1);
    }
    return sum / Object.keys(plotQueries).length;
  }

  const byWords = (query: string) =>
    searchRepository(database.kysely).searchKeyword({ terms: normalizeText(query), limit });
  const byMeaning = async (query: string) =>
    searchRepository(database.kysely).searchSemantic({ modelId, vector: await embedder.embed([query]), limit });

  it("ranks them better by words and meaning than by words alone", async () => {
    const words = await meanReciprocalRank(async (query) => (await byWords(query)).map(({ movieId }) => movieId));
    const both = await meanReciprocalRank(async (query) =>
      fuse(await byWords(query), await byMeaning(query)).map(({ movieId }) => movieId),
    );
    // Measured: .62 and .66.
    expect(both).toBeGreaterThan(words + 0.02);
    expect(both).toBeGreaterThan(0.63);
  });
});

const nameOf = (title: string, year: number | null) => `${normalizeText(title)} ${year}`;
