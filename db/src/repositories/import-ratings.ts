import { type Kysely, sql } from "kysely";
import { encodeRows } from "../copy/binary-writer.ts";
import { copyIn } from "../copy/copy.ts";
import type { Tables } from "../tables/tables.ts";
import type { ImportedRatingStream, ImportOptions } from "./import.types.ts";

/** Ratings as columns; viewers and movies are indexes into the import's lists. */
interface ImportedRatings {
  readonly viewers: Int32Array;
  readonly movies: Int32Array;
  readonly halfStars: Uint8Array;
  readonly ratedAt: Float64Array;
}

/** All ratings of the streams, and the viewers' keys. */
export async function readStreams(
  streams: readonly ImportedRatingStream[],
  signal: AbortSignal | undefined,
): Promise<{ viewerKeys: string[]; ratings: ImportedRatings }> {
  const indexes = new Map<string, number>();
  const rows: [viewer: number, movie: number, halfStars: number, ratedAt: number][] = [];
  for (const { source, chunks } of streams) {
    for await (const { viewers, movies, halfStars, ratedAt } of chunks({ first: 0, signal })) {
      for (let row = 0; row < viewers.length; row++) {
        const key = `${source}:${viewers[row]}`;
        if (!indexes.has(key)) indexes.set(key, indexes.size);
        rows.push([indexes.get(key)!, movies[row]!, halfStars[row]!, ratedAt[row]!]);
      }
    }
  }
  return {
    viewerKeys: [...indexes.keys()],
    ratings: {
      viewers: Int32Array.from(rows, ([viewer]) => viewer),
      movies: Int32Array.from(rows, ([, movie]) => movie),
      halfStars: Uint8Array.from(rows, ([, , halfStars]) => halfStars),
      ratedAt: Float64Array.from(rows, ([, , , ratedAt]) => ratedAt),
    },
  };
}

interface StoredIds {
  readonly movieIds: Int32Array;
  readonly viewerIds: Int32Array;
}

const progressStep = 10_000;

/** Stores the ratings under the stored ids; a rating that is already there takes the imported value. */
export async function importRatings(
  transaction: Kysely<Tables>,
  ratings: ImportedRatings,
  ids: StoredIds,
  options: ImportOptions,
): Promise<void> {
  const { rows } = await sql<{ empty: boolean }>`select not exists (select from ratings) as empty`.execute(transaction);
  if (rows[0]!.empty) {
    const restoreForeignKeys = await dropForeignKeys(transaction);
    await copyRatings(transaction, "ratings", ratings, ids, options);
    await restoreForeignKeys();
    return;
  }
  await createStagingSql.execute(transaction);
  await copyRatings(transaction, "imported_ratings", ratings, ids, options);
  await sql`analyze imported_ratings`.execute(transaction);
  await upsertSql.execute(transaction);
}

/** Checking all rows at once when a key is added again takes a tenth of checking each as it comes. */
async function dropForeignKeys(transaction: Kysely<Tables>): Promise<() => Promise<void>> {
  const { rows } = await foreignKeysSql.execute(transaction);
  for (const { name } of rows) {
    await sql`alter table ratings drop constraint ${sql.ref(name)}`.execute(transaction);
  }
  return async () => {
    for (const { name, definition } of rows) {
      await sql`alter table ratings add constraint ${sql.ref(name)} ${sql.raw(definition)}`.execute(transaction);
    }
  };
}

const foreignKeysSql = sql<{ name: string; definition: string }>`
  select conname as name, pg_get_constraintdef(oid) as definition
  from pg_constraint where conrelid = 'ratings'::regclass and contype = 'f' order by conname`;

async function copyRatings(
  transaction: Kysely<Tables>,
  table: string,
  { viewers, movies, halfStars, ratedAt }: ImportedRatings,
  { viewerIds, movieIds }: StoredIds,
  { onProgress, signal }: ImportOptions,
): Promise<void> {
  const batches = encodeRows(viewers.length, 4, (row, index) => {
    if (index % progressStep === 0) {
      signal?.throwIfAborted();
      onProgress?.("ratings", index, viewers.length);
    }
    row.int4(viewerIds[viewers[index]!]!);
    row.int4(movieIds[movies[index]!]!);
    row.int2(halfStars[index]!);
    row.timestamptz(ratedAt[index]!);
  });
  await copyIn(transaction, `${table} (viewer_id, movie_id, half_stars, rated_at)`, batches);
  onProgress?.("ratings", viewers.length, viewers.length);
}

const createStagingSql = sql`
  create temporary table imported_ratings (
    viewer_id integer, movie_id integer, half_stars smallint, rated_at timestamptz
  ) on commit drop`;

const upsertSql = sql`
  insert into ratings (viewer_id, movie_id, half_stars, rated_at)
  select viewer_id, movie_id, half_stars, rated_at from imported_ratings
  on conflict (viewer_id, movie_id) do update set half_stars = excluded.half_stars, rated_at = excluded.rated_at
  where (ratings.half_stars, ratings.rated_at) is distinct from (excluded.half_stars, excluded.rated_at)`;
