import type { Kysely, Transaction } from "kysely";
import type { Tables } from "./tables/tables.ts";

export interface DatabaseOptions {
  /** A Postgres address: the pool of `pg` is used. */
  readonly url?: string | undefined;
  /** Where PGlite keeps its data when there is no `url`; absent or "memory://": nothing is kept. */
  readonly folder?: string | undefined;
  /** A dump of a PGlite data folder that a database in memory starts from. */
  readonly loadDataDir?: Blob | undefined;
  /** A statement that runs longer is ended (SQLSTATE 57014). Default 60 s. */
  readonly queryTimeoutMs?: number | undefined;
  /** Told in one sentence when something needs attention but nothing failed: a lost connection, a reopened worker. */
  readonly onNotice?: ((notice: string) => void) | undefined;
}

export interface TransactionOptions {
  /** The transaction is rolled back when it takes longer. Default 60 s; `null`: no limit, also for its statements. */
  readonly timeoutMs?: number | null;
}

/** An open database. Everything but `listen` goes through repositories over `kysely`. */
export interface Database {
  readonly kysely: Kysely<Tables>;
  readonly kind: "pglite" | "postgres";
  /** "PGlite in /home/ada/matinee/.matinee/database", "Postgres at db.example.org:5432/matinee". */
  readonly description: string;
  /**
   * Runs `run` in one transaction and returns what it returns; rolls back when it throws.
   * Every query inside must go through the transaction it is given: with PGlite, awaiting `kysely` there waits for
   * the transaction itself and ends in a timeout.
   */
  transaction<Result>(
    run: (transaction: Transaction<Tables>) => Promise<Result>,
    options?: TransactionOptions,
  ): Promise<Result>;
  /**
   * Calls `handler` with each payload sent on the channel from now on; resolves once listening, to a function that
   * stops it. Notices can be lost while a connection is being restored: also poll for what must not be missed.
   */
  listen(channel: string, handler: (payload: string) => void): Promise<() => Promise<void>>;
  notify(channel: string, payload: string): Promise<void>;
  /** The content of a PGlite database as `loadDataDir` takes it; Postgres has its own tools and refuses. */
  dump(): Promise<Blob>;
  close(): Promise<void>;
}
