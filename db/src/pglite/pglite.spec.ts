// What only PGlite in a folder has: its worker can be lost, its process killed, its log grows.
import { type ChildProcessByStdio, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import type { Readable } from "node:stream";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { migratedDump } from "../../../tests/kit/databases.ts";
import { openDatabase } from "../database.ts";
import { visitsRepository } from "../repositories/visits.repository.ts";

const temporary = mkdtempSync(join(tmpdir(), "matinee-pglite-"));
let loadDataDir: Blob;
beforeAll(async () => {
  loadDataDir = await migratedDump();
});
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

// a scan of far more rows than any timeout here allows
const endless = sql`select count(*) from generate_series(1, 1000000000) as one (n) where n % 7 = 3`;

describe("PGlite in a folder", () => {
  it("ends a statement that takes too long, and goes on with what waited", async () => {
    const notices: string[] = [];
    const folder = join(temporary, "timeout");
    const onNotice = (notice: string) => notices.push(notice);
    await openDatabase({ folder, loadDataDir }).then((fresh) => fresh.close());
    const database = await openDatabase({ folder, queryTimeoutMs: 3_000, onNotice });
    const heard: string[] = [];
    await database.listen("channel", (payload) => heard.push(payload));
    const visits = visitsRepository(database.kysely);
    await visits.record("before");

    const slow = endless.execute(database.kysely);
    const queued = Promise.all([visits.record("queued"), visits.count(), database.notify("channel", "hello")]);
    await expect(slow).rejects.toMatchObject({ code: "57014" });
    await queued;
    expect(await visits.count()).toEqual({ total: 2, unique: 2 });
    await vi.waitFor(() => expect(heard).toEqual(["hello"]));
    const { rows } = await sql`select current_setting('pg_trgm.word_similarity_threshold') as threshold`.execute(
      database.kysely,
    );
    expect(rows).toEqual([{ threshold: "0.4" }]);
    expect(notices).toHaveLength(1);

    const inTransaction = database.transaction(async (transaction) => {
      await visitsRepository(transaction).record("uncommitted");
      await endless.execute(transaction);
    });
    await expect(inTransaction).rejects.toMatchObject({ code: "57014" });
    expect(await visits.count()).toEqual({ total: 2, unique: 2 });
    await database.close();
    await expect(visits.count()).rejects.toThrow();
  });

  it("refuses a second opening, and opens again after the first is closed", async () => {
    const folder = join(temporary, "second");
    const first = await openDatabase({ folder, loadDataDir });
    await expect(openDatabase({ folder })).rejects.toMatchObject({ name: "DatabaseError", code: "IN_USE" });
    await first.close();
    const second = await openDatabase({ folder });
    expect(second.description).toBe(`PGlite in ${folder}`);
    await second.close();
  });

  it("has every acknowledged row after its process was killed", async () => {
    const folder = join(temporary, "killed");
    await openDatabase({ folder, loadDataDir }).then((fresh) => fresh.close());
    let acknowledged = 0;
    for (let round = 0; round < 3; round++) {
      const child = startWriter(folder);
      const lines = createInterface({ input: child.stdout });
      const killAt = acknowledged + 20 + round * 7;
      for await (const line of lines) {
        acknowledged = Number(line);
        if (acknowledged === killAt) child.kill("SIGKILL");
      }
      expect(acknowledged).toBeGreaterThanOrEqual(killAt);
      const database = await openDatabase({ folder });
      const { total } = await visitsRepository(database.kysely).count();
      // at most the row whose acknowledgment was under way
      expect(total - acknowledged).toBeOneOf([0, 1]);
      acknowledged = total;
      await database.close();
    }
  });
});

describe("PGlite in memory", () => {
  it("says that it is lost when a statement had to be ended", async () => {
    const database = await openDatabase({ folder: "memory://", loadDataDir, queryTimeoutMs: 2_000 });
    await expect(endless.execute(database.kysely)).rejects.toMatchObject({ code: "57014" });
    await expect(sql`select 1`.execute(database.kysely)).rejects.toMatchObject({ code: "CLOSED" });
    await database.close();
  });
});

/** Writes one visit after another and prints how many there are, each after it was acknowledged. */
function startWriter(folder: string): ChildProcessByStdio<null, Readable, null> {
  const program = `
    import { openDatabase, visitsRepository } from ${JSON.stringify(new URL("../index.ts", import.meta.url).href)};
    const database = await openDatabase({ folder: ${JSON.stringify(folder)} });
    const visits = visitsRepository(database.kysely);
    for (let count = (await visits.count()).total + 1; ; count++) {
      await visits.record("visitor " + count);
      console.log(count);
    }`;
  return spawn(process.execPath, ["--input-type=module", "--eval", program], { stdio: ["ignore", "pipe", "inherit"] });
}
