// From staged ratings to stored ones: merged into the table where few differ, else a new table takes its place. Readers
// see all or nothing.
import { type Kysely, sql } from "kysely";
import type { Tables } from "../tables/tables.ts";
import type { CatalogImport, ImportOptions } from "./import.types.ts";
import { countRatings, recomputeTotals } from "./import-totals.ts";
import { lockWriters } from "./lock-tables.ts";
import { addForeignKeys, addIndexes, replaceRatings } from "./replace-ratings.ts";

/** A new table is worth its while when at least this part of the stored ratings would change. */
const rebuildFrom = 0.25;

export interface MergedRatings {
  /** How many were staged, second ones left out. */
  readonly count: number;
  /** Puts the new table in place; to be called last, for readers wait from here to the commit. */
  readonly replace: () => Promise<void>;
}

/** Makes the ratings of what is stored and what is staged, and the totals. */
export async function importRatings(
  transaction: Kysely<Tables>,
  movieIds: Int32Array,
  { derivePriorWeight }: Pick<CatalogImport, "derivePriorWeight">,
  options: ImportOptions,
): Promise<MergedRatings> {
  const report = (done: number) => {
    options.signal?.throwIfAborted();
    options.onProgress?.("ratings", done, 6);
  };
  report(0);
  await nameMoviesQuery(movieIds).execute(transaction);
  await sql`analyze staged_movies`.execute(transaction);
  await createNextSql.execute(transaction);
  report(2);
  await sql`analyze next_ratings`.execute(transaction);
  const { next, stored, changed } = (await extentSql.execute(transaction)).rows[0]!;
  const rebuilds = changed > 0 && changed >= rebuildFrom * stored;
  if (rebuilds) {
    if (stored > 0) await keepOthersSql.execute(transaction);
    await addIndexes(transaction);
    report(4);
    await countRatings(transaction, "next_ratings");
    if (options.check) await checkNext(transaction, options.check);
    await lockWriters(transaction, options.signal);
    await addLiveRatings(transaction);
    await addForeignKeys(transaction);
    await sql`analyze next_ratings`.execute(transaction);
  } else {
    await lockWriters(transaction, options.signal);
    await mergeSql.execute(transaction);
    await sql`drop table next_ratings`.execute(transaction);
    report(4);
    await options.check?.(transaction);
    await countRatings(transaction, "ratings");
    await sql`analyze ratings`.execute(transaction);
  }
  report(5);
  await recomputeTotals(transaction, derivePriorWeight, options);
  return {
    count: next,
    async replace() {
      if (rebuilds) await replaceRatings(transaction, options.signal);
      report(6);
    },
  };
}

/** A view of the same name stands in for the table that is yet to take its place. */
async function checkNext(transaction: Kysely<Tables>, check: NonNullable<ImportOptions["check"]>): Promise<void> {
  await sql`
    create temporary view ratings as
    select * from next_ratings
    union all
    select ratings.* from ratings join viewers on viewers.id = ratings.viewer_id where source_key is null`.execute(
    transaction,
  );
  await check(transaction);
  await sql`drop view pg_temp.ratings`.execute(transaction);
}

const nameMoviesQuery = (movieIds: Int32Array) => sql`
  insert into staged_movies (movie, movie_id)
  select place - 1, movie_id from unnest(${[...movieIds]}::integer[]) with ordinality as named (movie_id, place)`;

/**
 * Of several ratings of a film by a viewer the newest stays, of two at the same time the higher. Viewer and movie are
 * sorted as one number, which takes half the time that two columns take.
 */
const createNextSql = sql`
  create table next_ratings as
  select distinct on (pair)
    (pair >> 32)::integer as viewer_id, (pair & 4294967295)::integer as movie_id, half_stars, rated_at
  from (
    select viewer_id::bigint << 32 | movie_id as pair, half_stars, rated_at
    from staged_ratings join staged_movies using (movie) join staged_viewers using (import_id, viewer)
  ) as named
  order by pair, rated_at desc, half_stars desc`;

const differs = sql`
  (ratings.half_stars, ratings.rated_at) is distinct from (next_ratings.half_stars, next_ratings.rated_at)`;

const extentSql = sql<{ next: number; stored: number; changed: number }>`
  select stored, next,
    case when stored = 0 then next else (
      select count(*) from next_ratings left join ratings using (viewer_id, movie_id) where ${differs}
    ) end as changed
  from (select count(*) as stored from ratings) as present, (select count(*) as next from next_ratings) as coming`;

const mergeSql = sql`
  insert into ratings (viewer_id, movie_id, half_stars, rated_at)
  select next_ratings.* from next_ratings left join ratings using (viewer_id, movie_id) where ${differs}
  on conflict (viewer_id, movie_id) do update set half_stars = excluded.half_stars, rated_at = excluded.rated_at`;

/** Imported viewers keep what the import does not bring; nobody but imports writes their ratings. */
const keepOthersSql = sql`
  insert into next_ratings
  select ratings.* from ratings join viewers on viewers.id = ratings.viewer_id
  where source_key is not null and not exists (
    select from next_ratings
    where next_ratings.viewer_id = ratings.viewer_id and next_ratings.movie_id = ratings.movie_id
  )`;

/** People here go on rating while the new table is made: theirs come last, when writers have to wait. */
async function addLiveRatings(transaction: Kysely<Tables>): Promise<void> {
  await sql`
    create temporary table live_ratings on commit drop as
    select ratings.* from ratings join viewers on viewers.id = ratings.viewer_id where source_key is null`.execute(
    transaction,
  );
  await sql`insert into next_ratings select * from live_ratings`.execute(transaction);
  await sql`
    insert into rating_counts (movie_id, half_stars, count)
    select movie_id, half_stars, count(*) from live_ratings group by movie_id, half_stars`.execute(transaction);
}
