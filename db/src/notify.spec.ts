import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { databases } from "../../tests/kit/databases.ts";
import type { Database } from "./database.types.ts";

describe.each(databases)("notices on $name", ({ skipReason, open }) => {
  let database: Database;
  beforeAll(async () => {
    if (!skipReason) database = await open();
  });
  afterAll(() => database?.close());

  it.skipIf(skipReason)("reach every listener of the channel, until it stops", async () => {
    const first: string[] = [];
    const second: string[] = [];
    const stop = await database.listen("Some channel", (payload) => first.push(payload));
    await database.listen("Some channel", (payload) => second.push(payload));
    await database.notify("Some channel", "one");
    await database.notify("another channel", "not heard");
    await vi.waitFor(() => expect([first, second]).toEqual([["one"], ["one"]]));
    await stop();
    await database.notify("Some channel", "two");
    await vi.waitFor(() => expect(second).toEqual(["one", "two"]));
    expect(first).toEqual(["one"]);
  });

  it.skipIf(skipReason)("come when their transaction commits, never when it rolls back", async () => {
    const heard: string[] = [];
    await database.listen("commits", (payload) => heard.push(payload));
    await database.transaction(async (transaction) => {
      await sql`select pg_notify('commits', 'kept')`.execute(transaction);
      await sql`select 1`.execute(transaction);
      expect(heard).toEqual([]);
    });
    const failing = database.transaction(async (transaction) => {
      await sql`select pg_notify('commits', 'dropped')`.execute(transaction);
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    await database.notify("commits", "last");
    await vi.waitFor(() => expect(heard).toEqual(["kept", "last"]));
  });
});
