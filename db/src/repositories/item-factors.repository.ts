import { type Kysely, sql } from "kysely";
import { encodeRows } from "../copy/binary-writer.ts";
import { copyIn } from "../copy/copy.ts";
import type { Tables } from "../tables/tables.ts";
import { inTransaction } from "../transaction.ts";

/** One vector per movie, row-major. */
export interface ItemFactors {
  readonly movieIds: Int32Array;
  readonly dimensions: number;
  readonly values: Float32Array;
}

/**
 * Factors of items, for whoever searches by SQL: `order by factors <#> $1` within one `model_id`. A model's factors are
 * a partition of their own, made and dropped whole. No index: 60,000 films of 64 dimensions are searched exactly in
 * less time than an index takes to be worth its making.
 */
export function itemFactorsRepository(kysely: Kysely<Tables>) {
  return {
    /** Stores a model's factors, in place of those it had, visible at once when all are there. */
    write: (modelId: number, factors: ItemFactors): Promise<void> =>
      inTransaction(kysely, (transaction) => write(transaction, modelId, factors), { timeoutMs: null }),
    /** Removes a model's factors, if it has any. */
    async drop(modelId: number): Promise<void> {
      await sql`drop table if exists ${partition(modelId)}`.execute(kysely);
    },
  };
}

// Number(): names and checks are made of numbers and nothing else
const partitionName = (modelId: number): string => `item_factors_${Number(modelId)}`;
const partition = (modelId: number) => sql.table(partitionName(modelId));

async function write(
  transaction: Kysely<Tables>,
  modelId: number,
  { movieIds, dimensions, values }: ItemFactors,
): Promise<void> {
  await sql`drop table if exists ${partition(modelId)}`.execute(transaction);
  // with the first check in place, attaching need not read every row again
  await sql`
    create table ${partition(modelId)} (
      like item_factors including all,
      check (model_id = ${sql.lit(Number(modelId))}),
      check (vector_dims(factors) = ${sql.lit(Number(dimensions))})
    )`.execute(transaction);
  await copyIn(
    transaction,
    `${partitionName(modelId)} (model_id, movie_id, factors)`,
    encodeRows(movieIds.length, 3, (row, index) => {
      row.int4(modelId);
      row.int4(movieIds[index]!);
      row.vector(values.subarray(index * dimensions, (index + 1) * dimensions));
    }),
  );
  await sql`
    alter table item_factors attach partition ${partition(modelId)} for values in (${sql.lit(Number(modelId))})`.execute(
    transaction,
  );
  await sql`analyze ${partition(modelId)}`.execute(transaction);
}
