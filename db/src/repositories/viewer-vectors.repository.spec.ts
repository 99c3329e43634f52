import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databases } from "../../../tests/kit/databases.ts";
import { smallCatalog } from "../../../tests/kit/small-catalog.ts";
import type { Database } from "../database.types.ts";
import { importRepository } from "./import.repository.ts";
import { modelsRepository } from "./models.repository.ts";
import { neighborsRepository } from "./neighbors.repository.ts";
import { ratingsRepository } from "./ratings.repository.ts";
import { vectorDimensions, vectorsRepository } from "./vectors.repository.ts";
import { viewerVectorsRepository } from "./viewer-vectors.repository.ts";
import type { MakeVector } from "./viewer-vectors-page.ts";
import { viewersRepository } from "./viewers.repository.ts";

const viewerCount = 230;

/** A unit vector in the plane of the first two axes. */
function direction(degrees: number): Float32Array {
  const vector = new Float32Array(vectorDimensions);
  vector[0] = Math.cos((degrees / 180) * Math.PI);
  vector[1] = Math.sin((degrees / 180) * Math.PI);
  return vector;
}

/** Who rated more films turns further. */
const byCount: MakeVector = ({ movieIds }) => direction(movieIds.length);

describe.each(databases)("vectors of viewers on $name", ({ skipReason, open }) => {
  let database: Database;
  let modelId: number;
  let movieIds: number[];
  let live: number;
  beforeAll(async () => {
    if (skipReason) return;
    database = await open();
    const { kysely } = database;
    // more than a page of viewers
    const size = { movies: 12, viewers: viewerCount, ratingsPerViewer: 10 };
    await importRepository(kysely).importCatalog(smallCatalog(size));
    movieIds = (await kysely.selectFrom("movies").select("id").orderBy("id").execute()).map(({ id }) => id);
    const model = {
      engine: "text-embedding",
      fingerprint: "f",
      hyperparameters: {},
      metrics: {},
      seed: 0,
      itemCount: 2,
    };
    modelId = (await modelsRepository(kysely).create({ ...model, trainingSeconds: 1, formatVersion: 1 })).id;
    const vectors = vectorsRepository(kysely);
    await vectors.createPartition(modelId);
    const values = new Float32Array(3 * vectorDimensions);
    values.set(direction(0));
    values.set(direction(90), vectorDimensions);
    await vectors.write(modelId, Int32Array.from(movieIds.slice(0, 3)), values);
    await vectors.attach(modelId);
    live = await newViewer("account");
    await rate(live, 0, 10);
    await newViewer("silent");
  });
  afterAll(() => database?.close());

  const repository = () => viewerVectorsRepository(database.kysely);
  const newViewer = async (account: string) => (await viewersRepository(database.kysely).createForAccount(account)).id;
  const rate = (viewerId: number, movie: number, halfStars: number) =>
    ratingsRepository(database.kysely).rate({ viewerId, movieId: movieIds[movie]!, halfStars, ratedAt: new Date() });
  const listRows = () => database.kysely.selectFrom("viewerVectors384").selectAll().orderBy("viewerId").execute();

  async function make(makeVector: MakeVector): Promise<void> {
    await repository().begin(modelId);
    let after: number | null = 0;
    while (after !== null) after = await repository().fillPage(modelId, after, makeVector);
    await repository().createIndex(modelId);
    await database.transaction((transaction) => viewerVectorsRepository(transaction).finish(modelId));
  }

  it.skipIf(skipReason)("appear all at once, for all who rated, and are replaced all at once", async () => {
    expect(await repository().isMade(modelId)).toBe(false);
    await repository().begin(modelId);
    await repository().fillPage(modelId, 0, byCount);
    expect(await repository().isMade(modelId)).toBe(false);
    expect(await listRows()).toEqual([]);
    await make(() => direction(7));
    await make(byCount);
    expect(await repository().isMade(modelId)).toBe(true);
    const rows = await listRows();
    expect(rows).toHaveLength(viewerCount + 1);
    // a viewer of this site is nobody's neighbor
    expect(rows.filter(({ isNeighbor }) => !isNeighbor).map(({ viewerId }) => viewerId)).toEqual([live]);
    const [cosine] = JSON.parse(rows[0]!.vector!);
    expect(cosine).toBeCloseTo(Math.cos(Math.PI / 18), 5);
  });

  it.skipIf(skipReason)("stay without one where nothing can be told, and then are no neighbor", async () => {
    await make(() => null);
    for (const row of await listRows()) expect(row).toMatchObject({ vector: null, isNeighbor: false });
    expect(await repository().listNearest({ modelId, viewerId: live, limit: 5 })).toEqual([]);
    await make(byCount);
  });

  it.skipIf(skipReason)("are stale once their viewer wrote something, until they are written again", async () => {
    expect(await repository().listStale(modelId, 10)).toEqual([]);
    const newcomer = await newViewer("newcomer");
    expect(await repository().listStale(modelId, 10)).toEqual([]);
    await rate(newcomer, 0, 9);
    await rate(newcomer, 1, 2);
    await rate(newcomer, 5, 8);
    await rate(live, 1, 1);
    expect(await repository().listStale(modelId, 10)).toEqual([live, newcomer]);
    expect(await repository().listStale(modelId, 1)).toEqual([live]);

    const sources = (await repository().readSources(modelId, newcomer))!;
    // the third film has no vector
    expect(sources).toMatchObject({ viewerVersion: 3, halfStars: [9, 2] });
    expect([...sources.values]).toEqual([...direction(0), ...direction(90)]);
    await repository().write(modelId, newcomer, { viewerVersion: 3, vector: direction(20) });
    await repository().write(modelId, newcomer, { viewerVersion: 2, vector: direction(30) });
    await repository().write(modelId, live, { viewerVersion: 2, vector: null });
    expect(await repository().listStale(modelId, 10)).toEqual([]);
    expect(await repository().findVersion(modelId, newcomer)).toBe(3);
    const near = await repository().listNearest({ modelId, viewerId: newcomer, limit: 3 });
    expect(near).toHaveLength(3);
    // all who came with the catalog lie at ten degrees
    for (const { cosine } of near) expect(cosine).toBeCloseTo(Math.cos(Math.PI / 18), 5);
    expect(await repository().listNearest({ modelId, viewerId: live, limit: 3 })).toEqual([]);
  });

  it.skipIf(skipReason)("are not written for a viewer who is gone", async () => {
    const gone = await newViewer("gone");
    await viewersRepository(database.kysely).remove(gone);
    expect(await repository().readSources(modelId, gone)).toBeNull();
    await repository().write(modelId, gone, { viewerVersion: 1, vector: direction(1) });
    expect(await repository().findVersion(modelId, gone)).toBeUndefined();
  });

  it.skipIf(skipReason)(
    "go with their viewer, as everything of theirs in every table, also while being made",
    async () => {
      const leaving = await newViewer("leaving");
      await rate(leaving, 0, 9);
      await database.kysely.insertInto("dismissals").values({ viewerId: leaving, movieId: movieIds[1]! }).execute();
      await database.kysely
        .insertInto("watchlistEntries")
        .values({ viewerId: leaving, movieId: movieIds[2]! })
        .execute();
      await make(byCount);
      await repository().begin(modelId);
      await repository().fillPage(modelId, leaving - 1, byCount);
      const tables = await countRowsOf(leaving);
      expect(Object.keys(tables)).toEqual(
        expect.arrayContaining(["ratings", "dismissals", "watchlist_entries", "viewer_vectors_384"]),
      );
      expect(tables).toMatchObject({ viewer_vectors_384: 1, [`viewer_vectors_384_${modelId}_next`]: 1 });
      await viewersRepository(database.kysely).remove(leaving);
      for (const [table, count] of Object.entries(await countRowsOf(leaving)))
        expect([table, count]).toEqual([table, 0]);
    },
  );

  /** Rows of the viewer in every table that has viewers. */
  async function countRowsOf(viewerId: number): Promise<Record<string, number>> {
    const { rows: tables } = await sql<{ name: string }>`
      select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'viewer_id' order by 1`.execute(database.kysely);
    const counts: Record<string, number> = {};
    for (const { name } of tables) {
      const { rows } = await sql<{ count: number }>`
        select count(*) from ${sql.table(name)} where viewer_id = ${viewerId}`.execute(database.kysely);
      counts[name] = rows[0]!.count;
    }
    return counts;
  }

  it.skipIf(skipReason)("are dropped with their model's, finished or not", async () => {
    await repository().begin(modelId);
    await repository().drop(modelId);
    expect(await repository().isMade(modelId)).toBe(false);
    expect(await listRows()).toEqual([]);
    await repository().drop(modelId);
  });

  it.skipIf(skipReason)("lead to what neighbors like, best first", async () => {
    const neighbors = neighborsRepository(database.kysely);
    const [a, b] = [await newViewer("a"), await newViewer("b")];
    for (const [movie, halfStars] of [
      [0, 8],
      [1, 10],
      [2, 7],
    ] as const)
      await rate(a, movie, halfStars);
    await rate(b, 2, 1);
    expect(await neighbors.countSharedLikes([a, b], [movieIds[1]!, movieIds[2]!])).toEqual([
      { viewerId: a, shared: 1, liked: 2 },
    ]);
    expect(await neighbors.listLikes([a, b])).toEqual([
      { viewerId: a, movieId: movieIds[1], halfStars: 10 },
      { viewerId: a, movieId: movieIds[0], halfStars: 8 },
    ]);
  });
});
