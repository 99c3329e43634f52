// What one viewer's vector is made of, read at once.
import type { Kysely } from "kysely";
import { decodeRows } from "../copy/binary-reader.ts";
import { copyOut } from "../copy/copy.ts";
import type { Tables } from "../tables/tables.ts";
import { vectorDimensions } from "./vectors.repository.ts";

/** A viewer's ratings of films that have a vector. */
export interface TasteSources {
  /** The viewer's recommendationsVersion; the ratings are at least as new. */
  readonly viewerVersion: number;
  readonly halfStars: readonly number[];
  /** Unix seconds. */
  readonly ratedAt: readonly number[];
  /** The films' vectors in the order of the ratings, row-major. */
  readonly values: Float32Array;
}

export async function readTasteSources(
  kysely: Kysely<Tables>,
  modelId: number,
  viewerId: number,
): Promise<TasteSources | null> {
  const viewer = await kysely
    .selectFrom("viewers")
    .select("recommendationsVersion")
    .where("id", "=", viewerId)
    .executeTakeFirst();
  if (!viewer) return null;
  const bytes = await copyOut(kysely, sourcesSql(modelId, viewerId));
  const halfStars: number[] = [];
  const ratedAt: number[] = [];
  // four bytes a component: never more rows than this
  const values = new Float32Array(Math.floor(bytes.length / 4));
  decodeRows(bytes, (row) => {
    const start = halfStars.length * vectorDimensions;
    halfStars.push(row.int2());
    ratedAt.push(row.timestamptz());
    row.vectorInto(values, start, vectorDimensions);
  });
  return {
    viewerVersion: viewer.recommendationsVersion,
    halfStars,
    ratedAt,
    values: values.subarray(0, halfStars.length * vectorDimensions),
  };
}

const sourcesSql = (modelId: number, viewerId: number) =>
  `select half_stars, rated_at, vector from ratings join movie_vectors_384 as films using (movie_id) where viewer_id = ${Number(viewerId)} and model_id = ${Number(modelId)} order by movie_id`;
