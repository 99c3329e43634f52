// A database of the release before the people comes through with all its rows.
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databases } from "../../../tests/kit/databases.ts";
import { smallCatalog, smallMovie } from "../../../tests/kit/small-catalog.ts";
import type { Database } from "../database.types.ts";
import { migrate } from "../migrate.ts";
import { importRepository } from "../repositories/import.repository.ts";
import { moviesRepository } from "../repositories/movies.repository.ts";
import { peopleRepository } from "../repositories/people.repository.ts";
import { trainingDataRepository } from "../repositories/training-data.repository.ts";
import { migrations } from "./migrations.ts";

const before = migrations.filter(({ name }) => name < "0007");

describe.each(databases)("a database of an earlier release on $name", ({ skipReason, open }) => {
  let database: Database;
  beforeAll(async () => {
    if (skipReason) return;
    database = await open();
    await sql`drop schema public cascade`.execute(database.kysely);
    await sql`create schema public`.execute(database.kysely);
    await database.transaction(async (transaction) => {
      await sql`create table schema_migrations (name text primary key, applied_at timestamptz default now())`.execute(
        transaction,
      );
      for (const { name, up } of before) {
        await up(transaction);
        await sql`insert into schema_migrations (name) values (${name})`.execute(transaction);
      }
    });
    await insertFilm("1", ["Agnès Varda"], ["Corinne Marchand", "Antoine Bourseiller"], ["friendship", "paris"]);
    await insertFilm("2", ["Agnes Varda", "???"], ["Žižek"], []);
    await insertFilm("3", [], [], []);
    await sql`insert into movie_totals (movie_id) select id from movies`.execute(database.kysely);
    await sql`insert into viewers (source_key, account_id) values ('sampler:simulated-7', null), (null, 'ada')`.execute(
      database.kysely,
    );
  });
  afterAll(() => database?.close());

  const insertFilm = (key: string, directors: string[], cast: string[], themes: string[]) =>
    sql`
      insert into movies (key, slug, title, normalized_title, source_name, source_key, search, directors, cast_names, themes)
      values (${`film-${key}`}, ${`film-${key}`}, ${`Film ${key}`}, ${`film ${key}`}, 'small', ${key},
        to_tsvector('simple', 'film'), ${directors}::text[], ${cast}::text[], ${themes}::text[])`.execute(
      database.kysely,
    );

  it.skipIf(skipReason)("gets people from its films, each once", async () => {
    await migrate(database);
    const texts = await trainingDataRepository(database.kysely).listMovieTexts();
    expect(texts).toMatchObject([
      {
        title: "Film 1",
        directors: ["Agnès Varda"],
        writers: [],
        castNames: ["Corinne Marchand", "Antoine Bourseiller"],
        themes: ["friendship", "paris"],
      },
      { title: "Film 2", directors: ["Agnès Varda"], castNames: ["Žižek"], themes: [] },
      { title: "Film 3", directors: [], castNames: [], themes: [] },
    ]);
    const people = await peopleRepository(database.kysely).listByKeys(["agnes-varda", "zizek", "corinne-marchand"]);
    expect(people).toHaveLength(3);
  });

  it.skipIf(skipReason)("has its viewers, those of the sampler by number", async () => {
    const viewers = await database.kysely
      .selectFrom("viewers")
      .select(["sourceKey", "accountId"])
      .orderBy("id")
      .execute();
    expect(viewers).toEqual([
      { sourceKey: "sampler:7", accountId: null },
      { sourceKey: null, accountId: "ada" },
    ]);
  });

  it.skipIf(skipReason)("knows people and films again in the next import", async () => {
    const ids = (await moviesRepository(database.kysely).listFeatures()).map(({ id }) => id);
    const people = await database.kysely.selectFrom("people").selectAll().orderBy("id").execute();
    await importRepository(database.kysely).importCatalog({
      ...smallCatalog({ movies: 0, viewers: 0, ratingsPerViewer: 0 }),
      movies: [{ ...smallMovie(1), slug: "another", imdbId: null, tmdbId: null }],
      ratings: [],
    });
    expect((await moviesRepository(database.kysely).listFeatures()).map(({ id }) => id)).toEqual(ids);
    expect(await moviesRepository(database.kysely).findBySlug("film-1")).toMatchObject({ id: ids[0], year: 1961 });
    expect(await database.kysely.selectFrom("people").selectAll().orderBy("id").execute()).toEqual(people);
  });
});
