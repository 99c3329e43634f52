// The pool as Kysely's PostgresDialect wants it, with bulk copy: a CopyInput or CopyOutput as the only parameter makes a
// statement a COPY stream on the same connection, so also inside a transaction.
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { PostgresPool } from "kysely";
import type { Pool, PoolClient } from "pg";
import { from, to } from "pg-copy-streams";
import { copyHeader, copyTrailer } from "../copy/binary-writer.ts";
import { type CopyInput, type CopyOutput, isCopyInput, isCopyOutput } from "../copy/copy.ts";

type KyselyClient = Awaited<ReturnType<PostgresPool["connect"]>>;

export function copyingPool(pool: Pool, describeFailure: (error: unknown) => Error): PostgresPool {
  const clients = new WeakMap<PoolClient, KyselyClient>();
  return {
    async connect() {
      const client = await pool.connect().catch((error) => {
        throw describeFailure(error);
      });
      const known = clients.get(client);
      if (known) return known;
      const copying = copyingClient(client);
      clients.set(client, copying);
      return copying;
    },
    end: () => pool.end(),
    options: pool.options,
  };
}

function copyingClient(client: PoolClient): KyselyClient {
  const query = async (sql: string, parameters: readonly unknown[]): Promise<unknown> => {
    const [only] = parameters;
    if (isCopyInput(only)) await copyInto(client, sql, only);
    else if (isCopyOutput(only)) await copyFrom(client, sql, only);
    else return client.query(sql, [...parameters]);
    return { command: "COPY", rowCount: 0, rows: [] };
  };
  return { query: query as KyselyClient["query"], release: (discard) => client.release(discard) };
}

async function copyInto(client: PoolClient, sql: string, { batches }: CopyInput): Promise<void> {
  function* document(): Generator<Uint8Array> {
    yield copyHeader;
    yield* batches;
    yield copyTrailer;
  }
  await pipeline(Readable.from(document()), client.query(from(sql)));
}

async function copyFrom(client: PoolClient, sql: string, { write }: CopyOutput): Promise<void> {
  for await (const chunk of client.query(to(sql))) write(chunk);
}
