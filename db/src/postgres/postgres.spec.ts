// What only a server has: an address that may be wrong, connections that may break.
import { createServer } from "node:net";
import { sql } from "kysely";
import { describe, expect, it, vi } from "vitest";
import { databases } from "../../../tests/kit/databases.ts";
import { openDatabase } from "../database.ts";

const { name, skipReason, open } = databases.find(({ kind }) => kind === "postgres")!;

describe("a Postgres server that cannot be used", () => {
  it("is reported in one sentence without the password", async () => {
    const closed = createServer().listen(0, "127.0.0.1");
    await vi.waitFor(() => expect(closed.listening).toBe(true));
    const { port } = closed.address() as { port: number };
    closed.close();
    const failure = openDatabase({ url: `postgres://ada:secret@127.0.0.1:${port}/films` });
    await expect(failure).rejects.toMatchObject({ name: "DatabaseError", code: "UNREACHABLE" });
    await expect(failure).rejects.toThrow(
      new RegExp(
        `^Postgres at 127\\.0\\.0\\.1:${port}/films cannot be reached \\(.*\\); start it or correct DATABASE_URL`,
      ),
    );
    await failure.catch((error: Error) => expect(error.message).not.toContain("secret"));
  });

  it.each(["films", "postgres://", "http//ada:secret@host"])("is reported for the address %s", async (url) => {
    const failure = openDatabase({ url });
    await expect(failure).rejects.toMatchObject({ code: "UNREACHABLE" });
    await failure.catch((error: Error) => expect(error.message).not.toContain("secret"));
  });
});

describe(name, () => {
  const breakConnections = `
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`;

  it.skipIf(skipReason)("outlives its connections and listens again", async () => {
    const notices: string[] = [];
    const database = await open({ onNotice: (notice) => notices.push(notice) });
    const heard: string[] = [];
    await database.listen("channel", (payload) => heard.push(payload));
    await Promise.all([1, 2, 3].map(() => sql`select pg_sleep(0.01)`.execute(database.kysely)));
    const broken = database.transaction(async (transaction) => {
      await sql.raw(breakConnections).execute(database.kysely);
      await sql`select 1`.execute(transaction);
    });
    await expect(broken).rejects.toThrow();
    await vi.waitFor(async () => {
      await database.notify("channel", "again").catch(() => undefined);
      expect(heard).toContain("again");
    }, 10_000);
    expect(notices.some((notice) => notice.includes("connecting again"))).toBe(true);
    await database.close();
  });

  it.skipIf(skipReason)("ends a statement that takes too long", async () => {
    const database = await open({ queryTimeoutMs: 100 });
    await expect(sql`select pg_sleep(10)`.execute(database.kysely)).rejects.toMatchObject({ code: "57014" });
    await database.close();
  });
});
