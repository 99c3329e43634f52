// Ratings on their way in: staged by chunks, resumed, and put in place all at once.
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databases } from "../../../tests/kit/databases.ts";
import { ratingStream, smallCatalog, smallRatings } from "../../../tests/kit/small-catalog.ts";
import type { Database } from "../database.types.ts";
import { dataReportRepository } from "./data-report.repository.ts";
import { catalogChannel, importRepository } from "./import.repository.ts";
import type { CatalogImport, ImportOptions } from "./import.types.ts";
import { ratingsRepository } from "./ratings.repository.ts";
import { viewersRepository } from "./viewers.repository.ts";

const size = { movies: 40, viewers: 60, ratingsPerViewer: 20 };
const films = smallCatalog(size);
const given = smallRatings(size);
type Ratings = typeof given;

const withRatings = (ratings: Ratings, chunkSize = 200): CatalogImport => ({
  ...films,
  ratings: [ratingStream("small", ratings, chunkSize)],
});
/** Half a star less where there can be: nearly every row is another. */
const lowered = { ...given, halfStars: given.halfStars.map((halfStars) => Math.max(1, halfStars - 1)) };

/** Counts the chunks that are read. */
function watched(catalog: CatalogImport): { catalog: CatalogImport; read: number[] } {
  const read: number[] = [];
  const ratings = catalog.ratings.map((stream) => ({
    ...stream,
    async *chunks(options: Parameters<typeof stream.chunks>[0]) {
      for await (const chunk of stream.chunks(options)) {
        read.push(chunk.index);
        yield chunk;
      }
    },
  }));
  return { catalog: { ...catalog, ratings }, read };
}

describe.each(databases)("import of ratings on $name", ({ kind, skipReason, open }) => {
  let database: Database;
  beforeAll(async () => {
    if (!skipReason) database = await open();
  });
  afterAll(() => database?.close());

  const importCatalog = (catalog: CatalogImport, options?: ImportOptions) =>
    importRepository(database.kysely).importCatalog(catalog, options);
  const listRatings = async () =>
    (
      await sql<{ key: string; slug: string; halfStars: number; seconds: number; xmin: string }>`
        select source_key as key, slug, half_stars, extract(epoch from rated_at)::integer as seconds, ratings.xmin::text
        from ratings join viewers on viewers.id = viewer_id join movies on movies.id = movie_id
        where source_key is not null order by viewers.id, movies.id`.execute(database.kysely)
    ).rows;
  const expected = ({ viewers, movies, halfStars, ratedAt }: Ratings) =>
    Array.from(viewers, (viewer, index) =>
      [`small:${viewer}`, `film-${movies[index]}`, halfStars[index], ratedAt[index]].join(" "),
    ).sort();
  const stored = async () =>
    (await listRatings()).map(({ key, slug, halfStars, seconds }) => [key, slug, halfStars, seconds].join(" ")).sort();
  /** What the table has besides its rows. */
  const form = async () => ({
    indexes: (
      await sql`select indexname, indexdef from pg_indexes where tablename = 'ratings' order by 1`.execute(
        database.kysely,
      )
    ).rows,
    constraints: (
      await sql`
        select conname, convalidated, pg_get_constraintdef(oid) from pg_constraint
        where conrelid = 'ratings'::regclass order by conname`.execute(database.kysely)
    ).rows,
    columns: (
      await sql`
        select column_name, data_type, is_nullable from information_schema.columns
        where table_name = 'ratings' order by ordinal_position`.execute(database.kysely)
    ).rows,
  });
  const listViolations = async () => {
    const { movies, ratings } = await dataReportRepository(database.kysely).measureFacts({ withTotals: true });
    const counts = { totals: movies.wrongTotals, movies: ratings.ofUnknownMovies, pairs: ratings.repeatedPairs };
    return Object.entries({ ...counts, viewers: ratings.ofUnknownViewers }).filter(([, count]) => count !== 0);
  };

  it.skipIf(skipReason)("keeps what is staged when it is stopped, and goes on behind it", async () => {
    const abort = new AbortController();
    const first = watched(withRatings(given));
    const onProgress = (stage: string, done: number) => {
      if (stage === "staging" && done >= 0.5) abort.abort(new Error("stopped"));
    };
    await expect(importCatalog(first.catalog, { signal: abort.signal, onProgress })).rejects.toThrow("stopped");
    expect(await listRatings()).toEqual([]);
    const second = watched(withRatings(given));
    await importCatalog(second.catalog);
    expect(second.read).toEqual([3, 4, 5]);
    expect(await stored()).toEqual(expected(given));
    expect(await listViolations()).toEqual([]);
  });

  it.skipIf(skipReason)("writes no row when the same comes again, and few when few differ", async () => {
    const before = await listRatings();
    const table = async () => (await sql`select 'ratings'::regclass::oid as oid`.execute(database.kysely)).rows;
    const oid = await table();
    await importCatalog(withRatings(given));
    expect(await listRatings()).toEqual(before);
    const changed = { ...given, halfStars: given.halfStars.with(7, 9).with(500, 2) };
    await importCatalog(withRatings(changed));
    const after = await listRatings();
    expect(after.filter((rating, index) => rating.xmin !== before[index]!.xmin)).toHaveLength(2);
    expect(await stored()).toEqual(expected(changed));
    expect(await table()).toEqual(oid);
  });

  it.skipIf(skipReason)("starts over where ledger and staging table disagree, or another import comes", async () => {
    const stopAt = async (catalog: CatalogImport) => {
      const abort = new AbortController();
      const onProgress = () => abort.abort(new Error("stopped"));
      await expect(importCatalog(catalog, { signal: abort.signal, onProgress })).rejects.toThrow("stopped");
    };
    await stopAt(withRatings(lowered));
    await sql`truncate staged_ratings`.execute(database.kysely);
    const again = watched(withRatings(lowered));
    await stopAt(again.catalog);
    expect(again.read[0]).toBe(0);
    const other = watched(withRatings(given));
    await importCatalog(other.catalog);
    expect(other.read).toEqual([0, 1, 2, 3, 4, 5]);
    expect(await stored()).toEqual(expected(given));
    const { rows } = await sql`select count(*) from staged_ratings`.execute(database.kysely);
    expect(rows).toEqual([{ count: 0 }]);
  });

  it.skipIf(skipReason)("puts a new table in place, and people here lose nothing", async () => {
    const viewers = viewersRepository(database.kysely);
    const { id } = await viewers.createForAccount("ada");
    const { rows } = await sql<{ id: number }>`select id from movies order by id limit 2`.execute(database.kysely);
    const [movie, other] = rows.map(({ id }) => id);
    const ratedAt = new Date("2026-05-01T00:00:00Z");
    await ratingsRepository(database.kysely).rate({ viewerId: id, movieId: movie!, halfStars: 9, ratedAt });
    await database.kysely.insertInto("dismissals").values({ viewerId: id, movieId: other! }).execute();
    const before = { viewer: await viewers.getById(id), form: await form(), ids: await viewerIds() };
    const fewer = ratingStream("small", firstOf(lowered, 1_000));
    const heard: string[] = [];
    const stop = await database.listen(catalogChannel, (payload) => heard.push(payload));
    const { importId, ratingCount } = await importCatalog({ ...films, ratings: [fewer] });
    expect(ratingCount).toBe(1_000);
    await expect.poll(() => heard).toEqual([String(importId)]);
    await stop();
    expect(await form()).toEqual(before.form);
    expect(await viewers.getById(id)).toEqual(before.viewer);
    expect(await viewers.listDismissed(id)).toEqual([other]);
    expect(await ratingsRepository(database.kysely).listByViewer(id)).toEqual([
      { movieId: movie, halfStars: 9, ratedAt },
    ]);
    // what the source has no more stays, and so do the ids
    expect(await viewerIds()).toEqual(before.ids);
    expect(await stored()).toEqual(
      [...expected(firstOf(lowered, 1_000)), ...expected(given).filter((line) => isAfter(line))].sort(),
    );
    expect(await listViolations()).toEqual([]);
    const strayed = { viewerId: id, movieId: 999_999, halfStars: 1, ratedAt };
    await expect(database.kysely.insertInto("ratings").values(strayed).execute()).rejects.toMatchObject({
      code: "23503",
    });
  });
  const viewerIds = async () =>
    await database.kysely.selectFrom("viewers").select(["id", "sourceKey"]).orderBy("id").execute();
  const firstOf = ({ viewers, movies, halfStars, ratedAt }: Ratings, count: number): Ratings => ({
    viewers: viewers.slice(0, count),
    movies: movies.slice(0, count),
    halfStars: halfStars.slice(0, count),
    ratedAt: ratedAt.slice(0, count),
  });
  const isAfter = (line: string) => Number(/^small:(\d+)/.exec(line)![1]) >= 1_000 / size.ratingsPerViewer;

  it.skipIf(skipReason)("keeps the newest of several ratings, of two at the same time the higher", async () => {
    const several = {
      viewers: Int32Array.of(7, 7, 7, 8, 8),
      movies: Int32Array.of(0, 0, 0, 0, 0),
      halfStars: Uint8Array.of(2, 8, 4, 3, 6),
      ratedAt: Float64Array.of(1_100_000_000, 1_300_000_000, 1_200_000_000, 1_300_000_000, 1_300_000_000),
    };
    const { ratingCount, viewerCount } = await importCatalog({
      ...films,
      ratings: [ratingStream("several", several, 2)],
    });
    expect({ ratingCount, viewerCount }).toEqual({ ratingCount: 2, viewerCount: 2 });
    const ofFilm = (await stored()).filter((line) => /^several:/.test(line));
    expect(ofFilm).toEqual(["several:7 film-0 8 1300000000", "several:8 film-0 6 1300000000"]);
    expect(await listViolations()).toEqual([]);
  });

  it.skipIf(skipReason)("takes several sources, with viewers of their own and what their chunks report", async () => {
    const finding = { rule: "stars out of range are left out", count: 2, examples: ["line 1"] };
    const other = ratingStream("other", smallRatings({ movies: 40, viewers: 3, ratingsPerViewer: 4 }), 5);
    const reporting = {
      ...other,
      async *chunks(options: Parameters<typeof other.chunks>[0]) {
        for await (const chunk of other.chunks(options)) yield { ...chunk, findings: [finding] };
      },
    };
    const { importId, viewerCount } = await importCatalog({
      ...films,
      findings: [],
      ratings: [ratingStream("small", given), reporting],
    });
    expect(viewerCount).toBe(63);
    const record = await database.kysely
      .selectFrom("imports")
      .selectAll()
      .where("id", "=", importId)
      .executeTakeFirst();
    expect(record!.findings).toEqual([{ ...finding, count: 6, examples: ["line 1", "line 1", "line 1"] }]);
    const keys = new Set((await listRatings()).map(({ key }) => key.split(":")[0]));
    expect([...keys].sort()).toEqual(["other", "several", "small"]);
  });

  it.skipIf(skipReason)("shows the coming ratings to a check, which can stop it", async () => {
    await importCatalog(withRatings(given));
    const before = await listRatings();
    const seen: number[] = [];
    const importing = importCatalog(withRatings(lowered), {
      async check(transaction) {
        const { rows } = await sql<{ sum: number }>`
          select sum(half_stars) from ratings join viewers on viewers.id = viewer_id where source_key like 'small:%'`.execute(
          transaction,
        );
        seen.push(rows[0]!.sum);
        throw new Error("too few stars");
      },
    });
    await expect(importing).rejects.toThrow("too few stars");
    expect(seen).toEqual([lowered.halfStars.reduce((sum, halfStars) => sum + halfStars, 0)]);
    expect(await listRatings()).toEqual(before);
  });

  it.skipIf(skipReason)("is refused in one sentence while another runs", async () => {
    let second: Promise<unknown> | undefined;
    await importCatalog(withRatings(lowered), {
      onProgress: (stage) => {
        if (stage !== "movies" || second) return;
        second = importCatalog(withRatings(given));
        second.catch(() => undefined);
      },
    });
    await expect(second).rejects.toMatchObject({
      code: "IN_USE",
      message: expect.stringMatching(/^Another import .*\.$/),
    });
    // and may run afterwards
    await importCatalog(withRatings(given));
    expect(await stored()).toContain(expected(given)[0]);
  });

  const onlyPostgres = skipReason !== undefined || kind !== "postgres";

  it.skipIf(onlyPostgres)("lets readers see all or nothing, and writers wait, while a table is replaced", async () => {
    const wholes = [given, lowered].map(({ halfStars }) => halfStars.reduce((sum, value) => sum + value, 0));
    const seen = new Set<number>();
    let isOver = false;
    const viewer = await viewersRepository(database.kysely).createForAccount("reader");
    const read = async () => {
      while (!isOver) {
        const { rows } = await sql<{ sum: number }>`
          select sum(half_stars) from ratings join viewers on viewers.id = viewer_id where source_key like 'small:%'`.execute(
          database.kysely,
        );
        seen.add(rows[0]!.sum);
      }
    };
    const movie = await database.kysely.selectFrom("movies").select("id").orderBy("id").executeTakeFirstOrThrow();
    let written = 0;
    const write = async () => {
      for (; !isOver; written++) {
        const rating = { viewerId: viewer.id, movieId: movie.id, halfStars: 1 + (written % 10), ratedAt: new Date() };
        await ratingsRepository(database.kysely).rate(rating);
      }
    };
    const others = Promise.all([read(), read(), write()]);
    for (const ratings of [lowered, given, lowered]) await importCatalog(withRatings(ratings));
    isOver = true;
    await others;
    expect([...seen].every((sum) => wholes.includes(sum))).toBe(true);
    expect(seen.size).toBe(2);
    const [last] = await ratingsRepository(database.kysely).listByViewer(viewer.id);
    expect(last!.halfStars).toBe(1 + ((written - 1) % 10));
    expect(await listViolations()).toEqual([]);
  });

  it.skipIf(onlyPostgres)("ends the statement under way when it is stopped", async () => {
    const abort = new AbortController();
    const importing = importCatalog(withRatings(given), {
      signal: abort.signal,
      async check(transaction) {
        setTimeout(() => abort.abort(new Error("stopped")), 50);
        await sql`select pg_sleep(600)`.execute(transaction);
      },
    });
    await expect(importing).rejects.toThrow("stopped");
  });
});
