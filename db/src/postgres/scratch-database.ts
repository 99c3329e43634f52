import { randomUUID } from "node:crypto";
import pg from "pg";

export interface ScratchDatabase {
  readonly url: string;
  /** Removes it with all connections to it. */
  drop(): Promise<void>;
}

/** A new, empty database on the server at `url`, for tests and measurements. Its user must be allowed to make one. */
export async function createScratchDatabase(url: string): Promise<ScratchDatabase> {
  const name = `matinee_scratch_${randomUUID().replaceAll("-", "")}`;
  await onServer(url, `create database ${name}`);
  const address = new URL(url);
  address.pathname = `/${name}`;
  return { url: address.href, drop: () => onServer(url, `drop database ${name} with (force)`) };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
