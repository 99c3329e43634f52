import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databases } from "../../tests/kit/databases.ts";
import type { Database } from "./database.types.ts";

describe.each(databases)("transactions on $name", ({ skipReason, open }) => {
  let database: Database;
  beforeAll(async () => {
    if (!skipReason) database = await open();
  });
  afterAll(() => database?.close());

  const visitors = async (): Promise<string[]> =>
    (await database.kysely.selectFrom("visits").select("visitorId").orderBy("visitorId").execute()).map(
      ({ visitorId }) => visitorId,
    );
  const visit = (visitorId: string) => ({ visitorId });

  it.skipIf(skipReason)("keeps what a transaction wrote and returns its result", async () => {
    const result = await database.transaction(async (transaction) => {
      await transaction.insertInto("visits").values(visit("committed")).execute();
      return 7;
    });
    expect(result).toBe(7);
    expect(await visitors()).toContain("committed");
  });

  it.skipIf(skipReason)("rolls back when the callback throws", async () => {
    const failing = database.transaction(async (transaction) => {
      await transaction.insertInto("visits").values(visit("rolled back")).execute();
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    expect(await visitors()).not.toContain("rolled back");
  });

  it.skipIf(skipReason)("goes back to a savepoint and on from there", async () => {
    const transaction = await database.kysely.startTransaction().execute();
    await transaction.insertInto("visits").values(visit("before savepoint")).execute();
    const saved = await transaction.savepoint("here").execute();
    await saved.insertInto("visits").values(visit("after savepoint")).execute();
    await saved.rollbackToSavepoint("here").execute();
    await transaction.commit().execute();
    expect(await visitors()).toContain("before savepoint");
    expect(await visitors()).not.toContain("after savepoint");
  });

  it.skipIf(skipReason)("does not report success for a transaction that an error aborted", async () => {
    const swallowing = database.transaction(async (transaction) => {
      await transaction.insertInto("visits").values(visit("lost")).execute();
      await sql`select 1 / 0`.execute(transaction).catch(() => undefined);
    });
    await expect(swallowing).rejects.toThrow("rolled back instead of committed");
    expect(await visitors()).not.toContain("lost");
  });

  it.skipIf(skipReason)("ends one that takes too long, and refuses its later queries", async () => {
    const late = Promise.withResolvers<unknown>();
    const slow = database.transaction(
      async (transaction) => {
        await transaction.insertInto("visits").values(visit("too late")).execute();
        await slow.catch(() => undefined);
        await transaction.insertInto("visits").values(visit("even later")).execute().then(late.resolve, late.reject);
      },
      { timeoutMs: 50 },
    );
    await expect(slow).rejects.toMatchObject({ name: "DatabaseError", code: "TIMEOUT" });
    await expect(late.promise).rejects.toMatchObject({ code: "TIMEOUT" });
    expect(await visitors()).not.toContain("too late");
    expect(await visitors()).not.toContain("even later");
  });

  it.skipIf(skipReason)("reports constraint errors with the same fields", async () => {
    const unique = database.kysely
      .insertInto("genres")
      .values([
        { slug: "noir", name: "Noir" },
        { slug: "noir", name: "Film noir" },
      ])
      .execute();
    await expect(unique).rejects.toMatchObject({
      code: "23505",
      constraint: "genres_slug_key",
      table: "genres",
      schema: "public",
      detail: "Key (slug)=(noir) already exists.",
    });
    const check = sql`insert into viewers (era) values ('MIDDLE')`.execute(database.kysely);
    await expect(check).rejects.toMatchObject({ code: "23514", constraint: "viewers_era_check", table: "viewers" });
    const missing = sql`insert into viewers (era) values (null)`.execute(database.kysely);
    await expect(missing).rejects.toMatchObject({ code: "23502", column: "era", table: "viewers" });
  });

  it.skipIf(skipReason)("reads every type as the same JavaScript value", async () => {
    const { rows } = await sql`
      select 9007199254740991::int8 as int8, 1.5::numeric as numeric, 2::int2 as int2, 0.25::real as real, true as yes,
        '2026-11-21T10:00:00.125Z'::timestamptz as at, '2026-11-21 10:00:00'::timestamp as local,
        '2026-11-21'::date as date, array[1, 2]::int[] as ints, array[1, null]::int8[] as longs, '{a,"b c"}'::text[] as texts,
        '{"a_b": [1]}'::jsonb as json, '\\x00ff'::bytea as bytes, '[1,2]'::vector as vector, null as nothing
    `.execute(database.kysely);
    expect(rows).toStrictEqual([
      {
        int8: 9007199254740991,
        numeric: 1.5,
        int2: 2,
        real: 0.25,
        yes: true,
        at: new Date("2026-11-21T10:00:00.125Z"),
        local: new Date("2026-11-21T10:00:00Z"),
        date: "2026-11-21",
        ints: [1, 2],
        longs: [1, null],
        texts: ["a", "b c"],
        json: { a_b: [1] },
        bytes: Uint8Array.of(0, 255),
        vector: "[1,2]",
        nothing: null,
      },
    ]);
  });
});
