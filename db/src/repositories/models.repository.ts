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
  /** Of the layout of its bytes. */
  readonly formatVersion: number;
}

export interface ModelRow extends NewModel {
  readonly id: number;
  /** Counts up from 1 for each engine. */
  readonly version: number;
  readonly status: ModelStatus;
  readonly byteCount: number;
  readonly trainedAt: Date;
  /** When its bytes and vectors were given up; null while they are there. */
  readonly prunedAt: Date | null;
}

export interface Rollback {
  readonly from: ModelRow;
  readonly to: ModelRow;
}

/** The channel that `promote` and `rollback` announce on; the payload is a JSON list of the promoted ids. */
export const modelsChannel = "models";

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

async function promote(transaction: Kysely<Tables>, ids: readonly number[]): Promise<void> {
  await lockModelsSql.execute(transaction);
  const models = await findQuery(transaction, ids).execute();
  const missing = ids.filter((id) => !models.some((model) => model.id === id));
  if (missing.length > 0) throw new DatabaseError("NOT_FOUND", `There is no model with the id ${missing.join(", ")}.`);
  const pruned = models.find(({ prunedAt }) => prunedAt);
  if (pruned) {
    throw new DatabaseError(
      "NOT_FOUND",
      `The bytes of ${pruned.engine}@${pruned.version} were pruned: train it again to promote it.`,
    );
  }
  const fresh = models.filter(({ status }) => status !== "promoted").map(({ id }) => id);
  await retireReplacedQuery(transaction, ids).execute();
  await setPromotedQuery(transaction, ids).execute();
  if (fresh.length > 0) await recordPromotionsQuery(transaction, fresh).execute();
  await announce(transaction, ids);
}

async function rollback(transaction: Kysely<Tables>, engine: string): Promise<Rollback> {
  await lockModelsSql.execute(transaction);
  const from = await promotedQuery(transaction).where("engine", "=", engine).executeTakeFirst();
  const to = await previousQuery(transaction, engine).executeTakeFirst();
  if (!from || !to) {
    throw new DatabaseError("NOT_FOUND", `There is no earlier model of ${engine} to go back to.`);
  }
  await withdrawQuery(transaction, engine, to.promotionId).execute();
  await retireReplacedQuery(transaction, [to.id]).execute();
  await setPromotedQuery(transaction, [to.id]).execute();
  await announce(transaction, [to.id]);
  const { promotionId, ...model } = to;
  return { from: { ...from, status: "retired" }, to: { ...model, status: "promoted" } };
}

async function announce(transaction: Kysely<Tables>, ids: readonly number[]): Promise<void> {
  await sql`select pg_notify(${modelsChannel}, ${JSON.stringify(ids)})`.execute(transaction);
}

async function prune(transaction: Kysely<Tables>, keptCandidates: number): Promise<number[]> {
  await lockModelsSql.execute(transaction);
  const { rows } = await pruneSql(keptCandidates).execute(transaction);
  const ids = rows.map(({ id }) => id);
  await deleteChunksQuery(transaction, ids).execute();
  return ids;
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

const setPromotedQuery = (kysely: Kysely<Tables>, ids: readonly number[]) =>
  kysely
    .updateTable("models")
    .set({ status: "promoted" })
    .where((eb) => eb("id", "=", eb.fn.any(eb.val([...ids]))));

const recordPromotionsQuery = (kysely: Kysely<Tables>, ids: readonly number[]) =>
  kysely.insertInto("modelPromotions").values(ids.map((modelId) => ({ modelId })));

const withdrawQuery = (kysely: Kysely<Tables>, engine: string, after: number) =>
  kysely
    .updateTable("modelPromotions")
    .set({ withdrawnAt: sql<Date>`now()` })
    .where("id", ">", after)
    .where("withdrawnAt", "is", null)
    .where("modelId", "in", (eb) => eb.selectFrom("models").select("models.id").where("engine", "=", engine));

const promotedQuery = (kysely: Kysely<Tables>) =>
  kysely.selectFrom("models").selectAll().where("status", "=", "promoted");

const findQuery = (kysely: Kysely<Tables>, ids: readonly number[]) =>
  kysely
    .selectFrom("models")
    .selectAll()
    .where((eb) => eb("id", "=", eb.fn.any(eb.val([...ids]))));

const previousQuery = (kysely: Kysely<Tables>, engine: string) =>
  kysely
    .selectFrom("modelPromotions")
    .innerJoin("models", "models.id", "modelPromotions.modelId")
    .selectAll("models")
    .select("modelPromotions.id as promotionId")
    .where("engine", "=", engine)
    .where("withdrawnAt", "is", null)
    .where("status", "<>", "promoted")
    .where("prunedAt", "is", null)
    .orderBy("modelPromotions.id", "desc")
    .limit(1);

const deleteChunksQuery = (kysely: Kysely<Tables>, ids: readonly number[]) =>
  kysely.deleteFrom("modelChunks").where((eb) => eb("modelId", "=", eb.fn.any(eb.val([...ids]))));

/** Versions, promotions and prunings at the same time must not cross; readers are not held up. */
const lockModelsSql = sql`lock table models in share row exclusive mode`;

const pruneSql = (keptCandidates: number) => sql<{ id: number }>`
  update models set pruned_at = now()
  where pruned_at is null and status <> 'promoted'
    and id not in (
      select distinct on (engine) previous.id
      from model_promotions join models as previous on previous.id = model_promotions.model_id
      where withdrawn_at is null and status <> 'promoted' and pruned_at is null
      order by engine, model_promotions.id desc
    )
    and id not in (
      select id from (
        select id, row_number() over (partition by engine order by version desc) as age
        from models where status = 'candidate' and pruned_at is null
      ) as candidates where age <= ${keptCandidates}
    )
  returning id`;
