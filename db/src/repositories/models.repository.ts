import { type Kysely, sql } from "kysely";
import { decodeRows } from "../copy/binary-reader.ts";
import { encodeRows } from "../copy/binary-writer.ts";
import { copyIn, copyOut } from "../copy/copy.ts";
import { DatabaseError } from "../database-error.ts";
import type { ModelStatus } from "../tables/model.tables.ts";
import type { Tables } from "../tables/tables.ts";
import { inTransaction } from "../transaction.ts";

export interface NewModel {
  readonly engine: string;
  /** Of the data it was fitted on. */
  readonly fingerprint: string;
  readonly hyperparameters: Readonly<Record<string, unknown>>;
  readonly metrics: Readonly<Record<string, number>>;
  readonly seed: number;
  readonly itemCount: number;
  readonly trainingSeconds: number;
}

export interface ModelRow extends NewModel {
  readonly id: number;
  /** Counts up from 1 for each engine. */
  readonly version: number;
  readonly status: ModelStatus;
  readonly byteCount: number;
  readonly trainedAt: Date;
}

/** The channel that `promote` announces on; the payload is a JSON list of the promoted ids. */
export const modelsChannel = "models";

const chunkBytes = 1 << 20;

export function modelsRepository(kysely: Kysely<Tables>) {
  return {
    /** Registers a candidate with the engine's next version. */
    create: (model: NewModel): Promise<ModelRow> =>
      inTransaction(kysely, async (transaction) => {
        // two trainings at the same time must not take the same version
        await sql`lock table models in share row exclusive mode`.execute(transaction);
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
        await transaction.deleteFrom("modelChunks").where("modelId", "=", id).execute();
        await copyIn(transaction, "model_chunks (model_id, position, bytes)", encodeChunks(id, bytes));
        await transaction.updateTable("models").set({ byteCount: bytes.length }).where("id", "=", id).execute();
      }),
    /** Empty for a model without bytes. */
    readBytes: (id: number): Promise<Uint8Array> => readBytes(kysely, id),
    /**
     * Makes these models the ones in use, retires what they replace, and announces it on `modelsChannel`: all in one
     * transaction. At most one model of each engine.
     * @throws {DatabaseError} NOT_FOUND when one of the models does not exist.
     */
    promote: (ids: readonly number[]): Promise<void> =>
      inTransaction(kysely, async (transaction) => {
        await retireReplacedQuery(transaction, ids).execute();
        const { numUpdatedRows } = await promoteQuery(transaction, ids).executeTakeFirst();
        if (numUpdatedRows !== BigInt(ids.length)) {
          throw new DatabaseError("NOT_FOUND", `Not all models of the ids ${ids.join(", ")} exist.`);
        }
        await sql`select pg_notify(${modelsChannel}, ${JSON.stringify(ids)})`.execute(transaction);
      }),
    /** By engine. */
    listPromoted: (): Promise<ModelRow[]> =>
      kysely.selectFrom("models").selectAll().where("status", "=", "promoted").orderBy("engine").execute(),
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

const retireReplacedQuery = (kysely: Kysely<Tables>, ids: readonly number[]) =>
  kysely
    .updateTable("models")
    .set({ status: "retired" })
    .where("status", "=", "promoted")
    .where("engine", "in", (eb) =>
      eb
        .selectFrom("models as next")
        .select("next.engine")
        .where((eb) => eb("next.id", "=", eb.fn.any(eb.val([...ids])))),
    );

const promoteQuery = (kysely: Kysely<Tables>, ids: readonly number[]) =>
  kysely
    .updateTable("models")
    .set({ status: "promoted" })
    .where((eb) => eb("id", "=", eb.fn.any(eb.val([...ids]))));
