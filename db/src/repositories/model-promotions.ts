// Which model of each engine is in use: promotion, the way back, and what is given up for it.
import { type Kysely, sql } from "kysely";
import { DatabaseError } from "../database-error.ts";
import type { Tables } from "../tables/tables.ts";
import type { Rollback } from "./model.types.ts";

/** The channel that `promote` and `rollback` announce on; the payload is a JSON list of the promoted ids. */
export const modelsChannel = "models";

export async function promote(transaction: Kysely<Tables>, ids: readonly number[]): Promise<void> {
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

export async function rollback(transaction: Kysely<Tables>, engine: string): Promise<Rollback> {
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

export async function prune(transaction: Kysely<Tables>, keptCandidates: number): Promise<number[]> {
  await lockModelsSql.execute(transaction);
  const { rows } = await pruneSql(keptCandidates).execute(transaction);
  const ids = rows.map(({ id }) => id);
  await deleteChunksQuery(transaction, ids).execute();
  return ids;
}

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

export const promotedQuery = (kysely: Kysely<Tables>) =>
  kysely.selectFrom("models").selectAll().where("status", "=", "promoted");

const findQuery = (kysely: Kysely<Tables>, ids: readonly number[]) =>
  kysely
    .selectFrom("models")
    .selectAll()
    .where((eb) => eb("id", "=", eb.fn.any(eb.val([...ids]))));

export const previousQuery = (kysely: Kysely<Tables>, engine: string) =>
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

export const deleteChunksQuery = (kysely: Kysely<Tables>, ids: readonly number[]) =>
  kysely.deleteFrom("modelChunks").where((eb) => eb("modelId", "=", eb.fn.any(eb.val([...ids]))));

/** Versions, promotions and prunings at the same time must not cross; readers are not held up. */
export const lockModelsSql = sql`lock table models in share row exclusive mode`;

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
