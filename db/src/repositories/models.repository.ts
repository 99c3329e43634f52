import { type Kysely, sql } from "kysely";
import { decodeRows } from "../copy/binary-reader.ts";
import { encodeRows } from "../copy/binary-writer.ts";
import { copyIn, copyOut } from "../copy/copy.ts";
import type { Tables } from "../tables/tables.ts";
import { inTransaction } from "../transaction.ts";
import type { ModelRow, NewModel, Rollback } from "./model.types.ts";
import {
  deleteChunksQuery,
  lockModelsSql,
  previousQuery,
  promote,
  promotedQuery,
  prune,
  rollback,
} from "./model-promotions.ts";

const chunkBytes = 1 << 20;

export function modelsRepository(kysely: Kysely<Tables>) {
  return {
    /** Registers a candidate with the engine's next version. */
    create: (model: NewModel): Promise<ModelRow> =>
      inTransaction(kysely, async (transaction) => {
        await lockModelsSql.execute(transaction);
        return createQuery(transaction, model).executeTakeFirstOrThrow();
      }),
    async setMetrics(id: number, metrics: Readonly<Record<string, number>>): Promise<void> {
      await kysely
        .updateTable("models")
        .set({ metrics: JSON.stringify(metrics) })
        .where("id", "=", id)
        .execute();
    },
    /** Stores (or replaces) the model's bytes in chunks of 1 MB. */
    writeBytes: (id: number, bytes: Uint8Array): Promise<void> =>
      inTransaction(kysely, async (transaction) => {
        await deleteChunksQuery(transaction, [id]).execute();
        await copyIn(transaction, "model_chunks (model_id, position, bytes)", encodeChunks(id, bytes));
        await transaction.updateTable("models").set({ byteCount: bytes.length }).where("id", "=", id).execute();
      }),
    /** Empty for a model without bytes. */
    readBytes: (id: number): Promise<Uint8Array> => readBytes(kysely, id),
    /**
     * Makes these models the ones in use, retires what they replace, and announces it on `modelsChannel`: all in one
     * transaction. At most one model of each engine.
     * @throws {DatabaseError} NOT_FOUND when one of the models does not exist or was pruned.
     */
    promote: (ids: readonly number[]): Promise<void> =>
      inTransaction(kysely, (transaction) => promote(transaction, ids)),
    /** What a rollback of the engine would promote: the model promoted before, unless it was pruned. */
    findPrevious: (engine: string): Promise<ModelRow | undefined> => previousQuery(kysely, engine).executeTakeFirst(),
    /**
     * Promotes what was promoted before, retires what is now and announces it: all in one transaction. Another rollback
     * goes back further.
     * @throws {DatabaseError} NOT_FOUND when there is nothing to go back to.
     */
    rollback: (engine: string): Promise<Rollback> =>
      inTransaction(kysely, (transaction) => rollback(transaction, engine)),
    /**
     * Gives up the bytes of old models and returns their ids. Kept are, of each engine, the promoted model, the one a
     * rollback would return to, and the newest candidates.
     */
    prune: (keptCandidates: number): Promise<number[]> =>
      inTransaction(kysely, (transaction) => prune(transaction, keptCandidates)),
    /** By engine. */
    listPromoted: (): Promise<ModelRow[]> => promotedQuery(kysely).orderBy("engine").execute(),
    /** All models, newest first. */
    list: (): Promise<ModelRow[]> => kysely.selectFrom("models").selectAll().orderBy("id", "desc").execute(),
  };
}

function encodeChunks(id: number, bytes: Uint8Array): Iterable<Uint8Array<ArrayBuffer>> {
  return encodeRows(Math.ceil(bytes.length / chunkBytes), 3, (row, position) => {
    row.int4(id);
    row.int4(position);
    row.bytea(bytes.subarray(position * chunkBytes, (position + 1) * chunkBytes));
  });
}

async function readBytes(kysely: Kysely<Tables>, id: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  decodeRows(await copyOut(kysely, readBytesSql(id)), (row) => chunks.push(row.bytea()));
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  chunks.forEach((chunk, position) => {
    bytes.set(chunk, position * chunkBytes);
  });
  return bytes;
}

const readBytesSql = (id: number) => `select bytes from model_chunks where model_id = ${Number(id)} order by position`;

const createQuery = (kysely: Kysely<Tables>, { hyperparameters, metrics, ...model }: NewModel) =>
  kysely
    .insertInto("models")
    .values((eb) => ({
      ...model,
      hyperparameters: JSON.stringify(hyperparameters),
      metrics: JSON.stringify(metrics),
      version: eb
        .selectFrom("models as earlier")
        .select((eb) => eb(eb.fn.coalesce(eb.fn.max("earlier.version"), sql.lit(0)), "+", 1).as("version"))
        .where("earlier.engine", "=", model.engine),
    }))
    .returningAll();
