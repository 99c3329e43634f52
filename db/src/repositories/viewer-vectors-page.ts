// A page of viewers on the way through all of them: their ratings out, their vectors in.
import { type Kysely, sql } from "kysely";
import { decodeRows } from "../copy/binary-reader.ts";
import { encodeRows } from "../copy/binary-writer.ts";
import { copyIn, copyOut } from "../copy/copy.ts";
import type { Tables } from "../tables/tables.ts";

/** One viewer's ratings as columns. */
export interface ViewerRatingColumns {
  readonly movieIds: readonly number[];
  /** Stars × 2: 1 to 10. */
  readonly halfStars: readonly number[];
  /** Unix seconds. */
  readonly ratedAt: readonly number[];
}

/** The vector of a viewer with these ratings, of length 1; null where they say nothing. */
export type MakeVector = (ratings: ViewerRatingColumns) => Float32Array | null;

export interface PageRequest {
  readonly modelId: number;
  readonly table: string;
  readonly after: number;
  readonly makeVector: MakeVector;
}

/** With 150 ratings each, a page takes some 10 ms to compute: whoever else is in the process gets a turn in between. */
const viewersPerPage = 200;

/** A viewer of an imported source with fewer ratings is nobody's neighbor: their taste is not known well enough. */
const neighborRatings = 10;

export async function fillPage(transaction: Kysely<Tables>, request: PageRequest): Promise<number | null> {
  const { rows: viewers } = await viewersSql(request.after).execute(transaction);
  const last = viewers.at(-1);
  if (!last) return null;
  const ratings = await readRatings(transaction, request.after, last.id);
  await copyIn(
    transaction,
    `${request.table} (model_id, viewer_id, viewer_version, is_neighbor, vector)`,
    encodeRows(viewers.length, 5, (row, index) => {
      const { id, version, isOfSource } = viewers[index]!;
      const own = ratings.get(id);
      const vector = own ? request.makeVector(own) : null;
      row.int4(request.modelId);
      row.int4(id);
      row.int4(version);
      row.boolean(isOfSource && vector !== null && own!.movieIds.length >= neighborRatings);
      row.vector(vector);
    }),
  );
  return last.id;
}

/**
 * Those who wrote nothing yet are left out. Locked against leaving until the page is stored; their versions are read
 * before their ratings, so that a rating in between makes the vector stale.
 */
const viewersSql = (after: number) => sql<{ id: number; version: number; isOfSource: boolean }>`
  select id, recommendations_version as version, source_key is not null as is_of_source
  from viewers
  where id > ${after} and (source_key is not null or recommendations_version > 0)
  order by id limit ${viewersPerPage}
  for key share`;

async function readRatings(transaction: Kysely<Tables>, after: number, upTo: number) {
  const ofViewers = new Map<number, { movieIds: number[]; halfStars: number[]; ratedAt: number[] }>();
  decodeRows(await copyOut(transaction, ratingsSql(after, upTo)), (row) => {
    const viewerId = row.int4();
    let columns = ofViewers.get(viewerId);
    if (!columns) {
      columns = { movieIds: [], halfStars: [], ratedAt: [] };
      ofViewers.set(viewerId, columns);
    }
    columns.movieIds.push(row.int4());
    columns.halfStars.push(row.int2());
    columns.ratedAt.push(row.timestamptz());
  });
  return ofViewers;
}

const ratingsSql = (after: number, upTo: number) =>
  `select viewer_id, movie_id, half_stars, rated_at from ratings where viewer_id > ${Number(after)} and viewer_id <= ${Number(upTo)} order by viewer_id, movie_id`;
