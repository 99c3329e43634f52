// PGlite does not notice a second process on its folder, and the two destroy the data. The lock is an exclusive
// transaction on a small SQLite file: the system drops it with the process, so that a dead one's never has to be broken.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { DatabaseError } from "../database-error.ts";

const waitMs = 300;

// a handle that is garbage collected would drop its lock
const held = new Set<DatabaseSync>();

/**
 * Locks a data folder for this process; returns what unlocks it. The lock file stands beside the folder.
 * @throws {DatabaseError} IN_USE
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(dirname(folder), { recursive: true });
  const lock = new DatabaseSync(`${folder}.lock`, { timeout: waitMs });
  try {
    lock.exec("begin exclusive");
  } catch (cause) {
    lock.close();
    const message = `The database in ${folder} is in use by another Matinee process (${describeOwner(folder)}); stop it, or use another folder.`;
    throw new DatabaseError("IN_USE", message, { cause });
  }
  held.add(lock);
  writeFileSync(ownerFile(folder), `process ${process.pid}`);
  return () => {
    if (held.delete(lock)) lock.close();
  };
}

const ownerFile = (folder: string): string => `${folder}.lock-owner`;

function describeOwner(folder: string): string {
  try {
    return readFileSync(ownerFile(folder), "utf8");
  } catch {
    return "unknown";
  }
}
