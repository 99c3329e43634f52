// `next_ratings` gets what `ratings` has, and takes its place.
import { type Kysely, sql } from "kysely";
import type { Tables } from "../tables/tables.ts";
import { lockReaders } from "./lock-tables.ts";

/** All but the foreign keys: those keep writers of movies and viewers waiting. */
export async function addIndexes(transaction: Kysely<Tables>): Promise<void> {
  const { rows: columns } = await requiredColumnsSql.execute(transaction);
  const constraints = await listConstraints(transaction, ["p", "c"]);
  // one statement reads the rows once for all of them
  const changes = [
    ...columns.map(({ name }) => sql`alter ${sql.ref(name)} set not null`),
    ...constraints.map(({ name, type, definition }) =>
      // names of keys are names of indexes, which are unique
      addConstraint(type === "p" ? `next_${name}` : name, definition),
    ),
  ];
  await sql`alter table next_ratings ${sql.join(changes)}`.execute(transaction);
  const { rows: indexes } = await indexesSql.execute(transaction);
  for (const { name, method } of indexes) {
    await sql`create index ${sql.ref(`next_${name}`)} on next_ratings using ${sql.raw(method)}`.execute(transaction);
  }
}

export async function addForeignKeys(transaction: Kysely<Tables>): Promise<void> {
  const constraints = await listConstraints(transaction, ["f"]);
  const changes = constraints.map(({ name, definition }) => addConstraint(name, definition));
  await sql`alter table next_ratings ${sql.join(changes)}`.execute(transaction);
}

/** Readers wait for the names to change and the commit, no longer. */
export async function replaceRatings(transaction: Kysely<Tables>, signal: AbortSignal | undefined): Promise<void> {
  await lockReaders(transaction, signal);
  await sql`drop table ratings`.execute(transaction);
  await sql`alter table next_ratings rename to ratings`.execute(transaction);
  const { rows: constraints } = await nextConstraintsSql.execute(transaction);
  for (const { name } of constraints) {
    await sql`alter table ratings rename constraint ${sql.ref(name)} to ${sql.ref(withoutNext(name))}`.execute(
      transaction,
    );
  }
  const { rows: indexes } = await nextIndexesSql.execute(transaction);
  for (const { name } of indexes) {
    await sql`alter index ${sql.ref(name)} rename to ${sql.ref(withoutNext(name))}`.execute(transaction);
  }
}

const withoutNext = (name: string) => name.replace(/^next_/, "");
const addConstraint = (name: string, definition: string) => sql`add constraint ${sql.ref(name)} ${sql.raw(definition)}`;

interface Constraint {
  readonly name: string;
  readonly type: string;
  readonly definition: string;
}

async function listConstraints(transaction: Kysely<Tables>, types: readonly string[]): Promise<Constraint[]> {
  const { rows } = await sql<Constraint>`
    select conname as name, contype::text as type, pg_get_constraintdef(oid) as definition from pg_constraint
    where conrelid = 'ratings'::regclass and contype::text = any(${[...types]}::text[]) order by conname`.execute(
    transaction,
  );
  return rows;
}

const requiredColumnsSql = sql<{ name: string }>`
  select attname as name from pg_attribute
  where attrelid = 'ratings'::regclass and attnum > 0 and attnotnull and not attisdropped order by attnum`;

/** `method`: what follows "using" in the definition. */
const indexesSql = sql<{ name: string; method: string }>`
  select relname as name, substring(pg_get_indexdef(indexrelid) from ' USING (.*)$') as method
  from pg_index join pg_class on pg_class.oid = indexrelid
  where indrelid = 'ratings'::regclass and not exists (select from pg_constraint where conindid = indexrelid)
  order by relname`;

const nextConstraintsSql = sql<{ name: string }>`
  select conname as name from pg_constraint where conrelid = 'ratings'::regclass and conname like 'next\\_%'`;

const nextIndexesSql = sql<{ name: string }>`
  select relname as name from pg_index join pg_class on pg_class.oid = indexrelid
  where indrelid = 'ratings'::regclass and relname like 'next\\_%'`;
