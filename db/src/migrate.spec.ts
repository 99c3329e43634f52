import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databases } from "../../tests/kit/databases.ts";
import { smallCatalog } from "../../tests/kit/small-catalog.ts";
import type { Database } from "./database.types.ts";
import { linkAccounts } from "./link-accounts.ts";
import { migrate, resetDatabase } from "./migrate.ts";
import { migrations } from "./migrations/migrations.ts";
import { catalogRepository } from "./repositories/catalog.repository.ts";
import { importRepository } from "./repositories/import.repository.ts";
import { ratingsRepository } from "./repositories/ratings.repository.ts";
import { viewersRepository } from "./repositories/viewers.repository.ts";

describe.each(databases)("migrations on $name", ({ skipReason, open }) => {
  let database: Database;
  beforeAll(async () => {
    if (!skipReason) database = await open();
  });
  afterAll(() => database?.close());

  it.skipIf(skipReason)("run once, however many ask at the same time", async () => {
    expect(await migrate(database)).toEqual([]);
    await sql`drop table run_curves, training_runs, model_promotions, item_factors`.execute(database.kysely);
    await sql`alter table models drop column format_version, drop column pruned_at`.execute(database.kysely);
    await sql`delete from schema_migrations where name = '0006-registry'`.execute(database.kysely);
    const runs = await Promise.all([migrate(database), migrate(database), migrate(database)]);
    expect(runs.flat()).toEqual(["0006-registry"]);
  });

  it.skipIf(skipReason)("leave the database as it was when one fails", async () => {
    await sql`delete from schema_migrations where name > '0001-catalog'`.execute(database.kysely);
    await expect(migrate(database)).rejects.toMatchObject({ code: "42P07" });
    const { rows } = await sql`select name from schema_migrations`.execute(database.kysely);
    expect(rows).toEqual([{ name: "0001-catalog" }]);
    for (const { name } of migrations.slice(1)) {
      await sql`insert into schema_migrations (name) values (${name})`.execute(database.kysely);
    }
  });

  it.skipIf(skipReason)("refuse a database that a newer version migrated", async () => {
    await sql`insert into schema_migrations (name) values ('9999-future')`.execute(database.kysely);
    await expect(migrate(database)).rejects.toMatchObject({ name: "DatabaseError", code: "UNSUITABLE" });
    await sql`delete from schema_migrations where name = '9999-future'`.execute(database.kysely);
  });

  it.skipIf(skipReason)("let viewers go with their accounts, and totals follow", async () => {
    await importRepository(database.kysely).importCatalog(smallCatalog({ movies: 4, viewers: 2, ratingsPerViewer: 3 }));
    await sql`create table "user" (id text primary key)`.execute(database.kysely);
    await sql`insert into "user" values ('ada')`.execute(database.kysely);
    await linkAccounts(database);
    await linkAccounts(database);
    const viewer = await viewersRepository(database.kysely).createForAccount("ada");
    const before = await allTotals();
    const movie = await database.kysely.selectFrom("movies").select("id").orderBy("id").executeTakeFirstOrThrow();
    await ratingsRepository(database.kysely).rate({
      viewerId: viewer.id,
      movieId: movie.id,
      halfStars: 10,
      ratedAt: new Date(),
    });
    expect(await allTotals()).not.toEqual(before);
    await sql`delete from "user"`.execute(database.kysely);
    expect(await viewersRepository(database.kysely).findByAccountId("ada")).toBeUndefined();
    expect(await allTotals()).toEqual(before);
  });
  const allTotals = () => database.kysely.selectFrom("movieTotals").selectAll().orderBy("movieId").execute();

  it.skipIf(skipReason)("start from nothing after a reset", async () => {
    await resetDatabase(database);
    expect(await catalogRepository(database.kysely).movieCount()).toBe(0);
    const { rows } = await sql`select from pg_tables where tablename = 'user' and schemaname = 'public'`.execute(
      database.kysely,
    );
    expect(rows).toEqual([]);
    await importRepository(database.kysely).importCatalog(smallCatalog({ movies: 4, viewers: 2, ratingsPerViewer: 3 }));
    expect(await catalogRepository(database.kysely).movieCount()).toBe(4);
  });
});
