import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databases } from "../../../tests/kit/databases.ts";
import type { Database } from "../database.types.ts";
import { decodeRows } from "./binary-reader.ts";
import { encodeRows } from "./binary-writer.ts";
import { copyIn, copyOut } from "./copy.ts";

describe.each(databases)("bulk copy on $name", ({ skipReason, open }) => {
  let database: Database;
  beforeAll(async () => {
    if (skipReason) return;
    database = await open();
    await sql`
      create table copied (
        id int4 primary key, small int2, big int8, ratio float4, note text, notes text[], at timestamptz,
        place vector(3), raw bytea
      )`.execute(database.kysely);
  });
  afterAll(() => database?.close());

  it.skipIf(skipReason)("stores every type as a statement would", async () => {
    const values = Float32Array.of(0.5, -1.25, 3);
    await copyIn(
      database.kysely,
      "copied",
      encodeRows(2, 9, (row, index) => {
        row.int4(index);
        row.int2(index ? null : -3);
        row.int8(index ? null : -(2 ** 40) - 1);
        row.float4(index ? null : 0.1);
        row.text(index ? null : "naïve “quotes” 🎬\t\\N");
        row.textArray(index ? [] : ["a, b", '"', "NULL", ""]);
        row.timestamptz(index ? null : 946_684_799.5);
        row.vector(values);
        row.bytea(Uint8Array.of(0, 1, 255));
      }),
    );
    const { rows } = await sql`select * from copied order by id`.execute(database.kysely);
    expect(rows).toEqual([
      {
        id: 0,
        small: -3,
        big: -(2 ** 40) - 1,
        ratio: 0.1,
        note: "naïve “quotes” 🎬\t\\N",
        notes: ["a, b", '"', "NULL", ""],
        at: new Date("1999-12-31T23:59:59.500Z"),
        place: "[0.5,-1.25,3]",
        raw: Uint8Array.of(0, 1, 255),
      },
      {
        id: 1,
        small: null,
        big: null,
        ratio: null,
        note: null,
        notes: [],
        at: null,
        place: "[0.5,-1.25,3]",
        raw: Uint8Array.of(0, 1, 255),
      },
    ]);
  });

  it.skipIf(skipReason)("brings rows out as they went in", async () => {
    const seen: unknown[] = [];
    const place = new Float32Array(4);
    const count = decodeRows(
      await copyOut(database.kysely, "select id, small, at, place, raw from copied where id = 0"),
      (row) => {
        seen.push(row.int4(), row.int2(), row.timestamptz());
        row.vectorInto(place, 1, 3);
        seen.push(...row.bytea());
      },
    );
    expect(count).toBe(1);
    expect(seen).toEqual([0, -3, 946_684_799.5, 0, 1, 255]);
    expect([...place]).toEqual([0, 0.5, -1.25, 3]);
    expect(decodeRows(await copyOut(database.kysely, "select id from copied where id < 0"), () => {})).toBe(0);
  });

  it.skipIf(skipReason)("copies many batches inside the caller's transaction, all or none", async () => {
    const rowCount = 4_000; // 6 MB: more than one batch
    const ids = (from: number) =>
      encodeRows(rowCount, 2, (row, index) => {
        row.int4(from + index);
        row.text("x".repeat(1_500));
      });
    const count = async () =>
      (await sql<{ count: number }>`select count(*) from copied where id >= 1000`.execute(database.kysely)).rows[0]!
        .count;
    const failing = database.transaction(async (transaction) => {
      await copyIn(transaction, "copied (id, note)", ids(1_000));
      throw new Error("after the copy");
    });
    await expect(failing).rejects.toThrow("after the copy");
    expect(await count()).toBe(0);
    await copyIn(database.kysely, "copied (id, note)", ids(1_000));
    expect(await count()).toBe(rowCount);
    // all but the first row are there already
    await expect(copyIn(database.kysely, "copied (id, note)", ids(999))).rejects.toMatchObject({
      code: "23505",
    });
    expect(await count()).toBe(rowCount);
  });

  it.skipIf(skipReason)("ends cleanly when the rows cannot be made", async () => {
    const broken = encodeRows(10, 1, () => {
      throw new Error("bad row");
    });
    await expect(copyIn(database.kysely, "copied (id)", broken)).rejects.toThrow("bad row");
    const { rows } = await sql`select 1 as one`.execute(database.kysely);
    expect(rows).toEqual([{ one: 1 }]);
  });
});
