import { DatabaseError } from "../database-error.ts";

/** "db.example.org:5432/matinee": what a message may show of a Postgres url; never user or password. */
export function describeAddress(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url);
    if (hostname !== "") return `${hostname}:${port || 5432}${pathname}`;
  } catch {
    // not a url: refused below, without showing it
  }
  throw new DatabaseError(
    "UNREACHABLE",
    "DATABASE_URL is not an address of a Postgres server; write it as postgres://user:password@host:5432/database.",
  );
}

export function unreachable(address: string, cause: unknown): DatabaseError {
  // several tried addresses of one host come as an AggregateError without a message
  const { message, code } = cause as { message?: string; code?: string };
  return new DatabaseError(
    "UNREACHABLE",
    `Postgres at ${address} cannot be reached (${message || code || "no answer"}); start it or correct DATABASE_URL, or leave that unset to use the built-in database.`,
    { cause },
  );
}
