import { type Kysely, sql } from "kysely";
import type { Tables } from "../tables/tables.ts";
import { inTransaction } from "../transaction.ts";
import { exactSearchLimit } from "./vectors.repository.ts";
import { fillPage, type MakeVector } from "./viewer-vectors-page.ts";
import { readTasteSources, type TasteSources } from "./viewer-vectors-source.ts";

/** A viewer's vector as it is to be stored. */
export interface ViewerVector {
  /** The viewer's recommendationsVersion before what it is made of was read. */
  readonly viewerVersion: number;
  readonly vector: Float32Array | null;
}

export interface NearestRequest {
  readonly modelId: number;
  readonly viewerId: number;
  readonly limit: number;
}

export interface NearViewer {
  readonly viewerId: number;
  /** Of the two vectors, -1 to 1. */
  readonly cosine: number;
}

/** pgvector looks at no more than so many entries of an index at once. */
const maximumSearch = 1_000;

/**
 * Vectors of viewers by the films they rated, a partition for each embedder's model. All of a model are made aside in
 * pages and take the place of those it had in one transaction; viewers of this site are kept current one by one. A
 * viewer's vectors go with the viewer at any time, also while they are being made.
 */
export function viewerVectorsRepository(kysely: Kysely<Tables>) {
  return {
    /** Begins to make all vectors of a model anew; what an earlier attempt left is dropped. */
    async begin(modelId: number): Promise<void> {
      const onlyThisModel = sql.raw(`check (model_id = ${Number(modelId)})`);
      await sql`drop table if exists ${nextPartition(modelId)}`.execute(kysely);
      // attaching takes checks and keys as they are, without reading every row again
      await sql`
        create table ${nextPartition(modelId)} (
          like viewer_vectors_384 including all, ${onlyThisModel},
          foreign key (model_id) references models on delete cascade,
          foreign key (viewer_id) references viewers on delete cascade
        )`.execute(kysely);
    },
    /**
     * Makes the vectors of the next viewers behind the id `after`, in one short transaction; returns the last one's id,
     * null when there are no more.
     */
    fillPage: (modelId: number, after: number, makeVector: MakeVector): Promise<number | null> =>
      inTransaction(kysely, (transaction) =>
        fillPage(transaction, { modelId, table: nextName(modelId), after, makeVector }),
      ),
    /** With many neighbors, builds the index of those that were begun. */
    createIndex: (modelId: number): Promise<void> =>
      inTransaction(kysely, (transaction) => createIndex(transaction, modelId), { timeoutMs: null }),
    /** Puts what was begun in the place of the model's vectors; call it in a transaction. */
    async finish(modelId: number): Promise<void> {
      await sql`drop table if exists ${partition(modelId)}`.execute(kysely);
      await sql`alter table ${nextPartition(modelId)} rename to ${partition(modelId)}`.execute(kysely);
      await sql`
        alter table viewer_vectors_384 attach partition ${partition(modelId)}
        for values in (${sql.lit(Number(modelId))})`.execute(kysely);
      await sql`analyze ${partition(modelId)}`.execute(kysely);
    },
    /** Whether all viewers of the model had their vectors made once. */
    async isMade(modelId: number): Promise<boolean> {
      const { rows } = await isMadeSql(modelId).execute(kysely);
      return rows[0]!.isMade;
    },
    /** Removes the model's vectors, also those that were only begun. */
    async drop(modelId: number): Promise<void> {
      await sql`drop table if exists ${partition(modelId)}, ${nextPartition(modelId)}`.execute(kysely);
    },
    /** Viewers of this site who wrote something since their vectors were made. */
    async listStale(modelId: number, limit: number): Promise<number[]> {
      return (await staleQuery(kysely, modelId, limit).execute()).map(({ id }) => id);
    },
    /** What a viewer's vector is made of; null when there is no such viewer. */
    readSources: (modelId: number, viewerId: number): Promise<TasteSources | null> =>
      readTasteSources(kysely, modelId, viewerId),
    /** Stores the vector of a viewer of this site, unless one of a later state is there or the viewer is gone. */
    async write(modelId: number, viewerId: number, vector: ViewerVector): Promise<void> {
      await writeSql(modelId, viewerId, vector).execute(kysely);
    },
    /** The state a viewer's vector was made of; undefined without one. */
    async findVersion(modelId: number, viewerId: number): Promise<number | undefined> {
      return (await versionQuery(kysely, modelId, viewerId).executeTakeFirst())?.viewerVersion;
    },
    /**
     * The neighbors nearest to the viewer, nearest first; none for a viewer without a vector. Exact up to 20,000
     * neighbors; beyond, the index misses some.
     */
    listNearest: (request: NearestRequest): Promise<NearViewer[]> =>
      inTransaction(kysely, (transaction) => listNearest(transaction, request)),
  };
}

// Number(): names are made of numbers and nothing else
const partitionName = (modelId: number): string => `viewer_vectors_384_${Number(modelId)}`;
const nextName = (modelId: number): string => `${partitionName(modelId)}_next`;
const partition = (modelId: number) => sql.table(partitionName(modelId));
const nextPartition = (modelId: number) => sql.table(nextName(modelId));

async function createIndex(transaction: Kysely<Tables>, modelId: number): Promise<void> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from ${nextPartition(modelId)} where is_neighbor`.execute(transaction);
  if (rows[0]!.count <= exactSearchLimit) return;
  await sql`set local maintenance_work_mem = '256MB'`.execute(transaction);
  await sql`
    create index on ${nextPartition(modelId)} using hnsw (vector vector_cosine_ops) where is_neighbor`.execute(
    transaction,
  );
}

const isMadeSql = (modelId: number) => sql<{ isMade: boolean }>`
  select exists (
    select from pg_inherits
    where inhparent = 'viewer_vectors_384'::regclass and inhrelid = to_regclass(${partitionName(modelId)})
  ) as is_made`;

const staleQuery = (kysely: Kysely<Tables>, modelId: number, limit: number) =>
  kysely
    .selectFrom("viewers")
    .leftJoin("viewerVectors384 as known", (join) =>
      join.onRef("known.viewerId", "=", "viewers.id").on("known.modelId", "=", modelId),
    )
    .select("viewers.id")
    .where("viewers.accountId", "is not", null)
    .where(sql<boolean>`viewers.recommendations_version > coalesce(known.viewer_version, 0)`)
    .orderBy("viewers.id")
    .limit(limit);

/** The viewer is locked against leaving: a vector must not outlive them. */
const writeSql = (modelId: number, viewerId: number, { viewerVersion, vector }: ViewerVector) => sql`
  insert into viewer_vectors_384 (model_id, viewer_id, viewer_version, is_neighbor, vector)
  select ${modelId}::integer, id, ${viewerVersion}::integer, false, ${vector && JSON.stringify([...vector])}::vector
  from viewers where id = ${viewerId} for key share
  on conflict (viewer_id, model_id) do update
    set viewer_version = excluded.viewer_version, vector = excluded.vector
    where viewer_vectors_384.viewer_version < excluded.viewer_version`;

const versionQuery = (kysely: Kysely<Tables>, modelId: number, viewerId: number) =>
  kysely
    .selectFrom("viewerVectors384")
    .select("viewerVersion")
    .where("modelId", "=", modelId)
    .where("viewerId", "=", viewerId);

async function listNearest(
  transaction: Kysely<Tables>,
  { modelId, viewerId, limit }: NearestRequest,
): Promise<NearViewer[]> {
  // an index gives no more rows than this
  await sql`set local hnsw.ef_search = ${sql.lit(Math.min(maximumSearch, 2 * Number(limit)))}`.execute(transaction);
  const { rows } = await nearestSql({ modelId, viewerId, limit }).execute(transaction);
  return rows;
}

const nearestSql = ({ modelId, viewerId, limit }: NearestRequest) => sql<NearViewer>`
  with own as materialized (
    select vector from viewer_vectors_384
    where model_id = ${modelId} and viewer_id = ${viewerId} and vector is not null
  )
  select viewer_id, 1 - (vector <=> (select vector from own)) as cosine
  from viewer_vectors_384
  where model_id = ${modelId} and is_neighbor and viewer_id <> ${viewerId} and exists (select from own)
  order by vector <=> (select vector from own)
  limit ${limit}`;
