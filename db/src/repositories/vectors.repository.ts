import { type Kysely, sql } from "kysely";
import { decodeRows } from "../copy/binary-reader.ts";
import { encodeRows } from "../copy/binary-writer.ts";
import { copyIn, copyOut } from "../copy/copy.ts";
import type { Tables } from "../tables/tables.ts";
import { inTransaction } from "../transaction.ts";

export const vectorDimensions = 384;

/** Up to here an exact search is fast enough (under 50 ms) and an index only costs time and recall. */
export const exactSearchLimit = 20_000;

export interface MovieVectors {
  readonly movieIds: Int32Array;
  /** Row-major, `vectorDimensions` for each movie. */
  readonly values: Float32Array;
}

/** Vectors of one embedder's model in a partition of its own: made, filled, attached; dropped whole. */
export function vectorsRepository(kysely: Kysely<Tables>) {
  return {
    /** Makes the model's partition, empty and not yet visible to searches. Replaces one that was left unattached. */
    async createPartition(modelId: number): Promise<void> {
      await sql`drop table if exists ${partition(modelId)}`.execute(kysely);
      await sql`create table ${partition(modelId)} (like movie_vectors_384 including all)`.execute(kysely);
    },
    /** Adds vectors to the model's partition. */
    write: (modelId: number, movieIds: Int32Array, values: Float32Array): Promise<void> =>
      copyIn(
        kysely,
        `${partitionName(modelId)} (model_id, movie_id, vector)`,
        encodeRows(movieIds.length, 3, (row, index) => {
          row.int4(modelId);
          row.int4(movieIds[index]!);
          row.vector(values.subarray(index * vectorDimensions, (index + 1) * vectorDimensions));
        }),
      ),
    /** Makes the partition visible; with many movies, builds its index before. */
    attach: (modelId: number): Promise<void> =>
      inTransaction(kysely, (transaction) => attach(transaction, modelId), { timeoutMs: null }),
    /** All vectors of a model, movie ids ascending. */
    readAll: (modelId: number): Promise<MovieVectors> => readAll(kysely, modelId),
    /** The mean of a model's vectors that are not all zeros; all zeros where there are none. */
    async readCentroid(modelId: number): Promise<Float32Array> {
      const { rows } = await centroidSql(modelId).execute(kysely);
      return Float32Array.from(rows[0]!.mean ?? new Array<number>(vectorDimensions).fill(0));
    },
    /** Removes the partition with all its vectors. */
    async drop(modelId: number): Promise<void> {
      await sql`drop table if exists ${partition(modelId)}`.execute(kysely);
    },
  };
}

// Number(): a partition's name is made of a number and nothing else
const partitionName = (modelId: number): string => `movie_vectors_384_${Number(modelId)}`;
const partition = (modelId: number) => sql.table(partitionName(modelId));

async function attach(transaction: Kysely<Tables>, modelId: number): Promise<void> {
  const { rows } = await sql<{ count: number }>`select count(*) from ${partition(modelId)}`.execute(transaction);
  if (rows[0]!.count > exactSearchLimit) {
    await sql`set local maintenance_work_mem = '256MB'`.execute(transaction);
    await sql`create index on ${partition(modelId)} using hnsw (vector vector_cosine_ops)`.execute(transaction);
  }
  const onlyThisModel = sql.raw(`check (model_id = ${Number(modelId)})`);
  // with the check in place, attaching need not read every row again
  await sql`alter table ${partition(modelId)} add constraint only_this_model ${onlyThisModel}`.execute(transaction);
  await sql`
    alter table movie_vectors_384 attach partition ${partition(modelId)} for values in (${sql.lit(modelId)})`.execute(
    transaction,
  );
  await sql`analyze ${partition(modelId)}`.execute(transaction);
}

async function readAll(kysely: Kysely<Tables>, modelId: number): Promise<MovieVectors> {
  const bytes = await copyOut(kysely, readAllSql(modelId));
  const movieIds: number[] = [];
  // four bytes a component: never more rows than this
  const values = new Float32Array(Math.floor(bytes.length / 4));
  decodeRows(bytes, (row) => {
    const index = movieIds.push(row.int4()) - 1;
    row.vectorInto(values, index * vectorDimensions, vectorDimensions);
  });
  return { movieIds: Int32Array.from(movieIds), values: values.slice(0, movieIds.length * vectorDimensions) };
}

const centroidSql = (modelId: number) => sql<{ mean: number[] | null }>`
  select avg(vector)::real[] as mean from movie_vectors_384 where model_id = ${modelId} and vector_norm(vector) > 0`;

const readAllSql = (modelId: number) =>
  `select movie_id, vector from movie_vectors_384 where model_id = ${Number(modelId)} order by movie_id`;
