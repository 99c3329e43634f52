// Ratings on their way in: each chunk is one transaction of a binary copy and a line in the ledger, so that an import
// that was broken off goes on behind the last one.
import type { Kysely } from "kysely";
import { copyIn } from "../copy/copy.ts";
import type { Tables } from "../tables/tables.ts";
import { inTransaction } from "../transaction.ts";
import { encodeRatings, stagedColumns } from "./encode-ratings.ts";
import type { CatalogImport, ImportedRatingChunk, ImportOptions } from "./import.types.ts";
import { openLedger } from "./rating-ledger.ts";

/** Copies all ratings of the import into `staged_ratings`, but for those that an earlier attempt left there. */
export async function stageRatings(
  kysely: Kysely<Tables>,
  catalog: CatalogImport,
  { onProgress, signal }: ImportOptions,
): Promise<void> {
  const stagings = await inTransaction(kysely, (transaction) => openLedger(transaction, catalog), { timeoutMs: null });
  for (const [position, { id, chunkCount, isComplete }] of stagings.entries()) {
    const stream = catalog.ratings[position]!;
    if (isComplete) continue;
    let index = chunkCount;
    for await (const chunk of readAhead(stream.chunks({ first: chunkCount, signal }))) {
      signal?.throwIfAborted();
      if (chunk.index !== index++) {
        throw new Error(
          `Chunk ${chunk.index} of the ratings of ${stream.source} came where ${index - 1} was expected.`,
        );
      }
      await stageChunk(kysely, id, chunk, signal);
      onProgress?.("staging", position + chunk.share, stagings.length);
    }
    await kysely.updateTable("ratingImports").set({ state: "staged" }).where("id", "=", id).execute();
  }
}

async function stageChunk(
  kysely: Kysely<Tables>,
  importId: number,
  chunk: ImportedRatingChunk,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { index, viewers, findings } = chunk;
  const record = {
    importId,
    index,
    rows: viewers.length,
    rejected: findings.reduce((sum, { count }) => sum + count, 0),
    findings: JSON.stringify(findings),
  };
  await inTransaction(
    kysely,
    async (transaction) => {
      await copyIn(
        transaction,
        `staged_ratings (${stagedColumns})`,
        untilAborted(encodeRatings(importId, chunk), signal),
      );
      await transaction.insertInto("ratingChunks").values(record).execute();
    },
    { timeoutMs: null },
  );
}

function* untilAborted<Item>(items: Iterable<Item>, signal: AbortSignal | undefined): Generator<Item> {
  for (const item of items) {
    signal?.throwIfAborted();
    yield item;
  }
}

/** Asks for the next item before the one at hand is done with: reading and storing go on side by side. */
async function* readAhead<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item> {
  const iterator = items[Symbol.asyncIterator]();
  let next = iterator.next();
  try {
    for (;;) {
      const { done, value } = await next;
      if (done) return;
      next = iterator.next();
      // whoever asks for it next hears of its failure
      next.catch(() => undefined);
      yield value;
    }
  } finally {
    await next.catch(() => undefined);
    await iterator.return?.();
  }
}
