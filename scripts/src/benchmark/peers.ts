// Programs people use today, run by a given Python on the same data in the same minute.
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Dataset } from "@matinee/engines";
import type { Measurement } from "./benchmark.types.ts";

const timeoutMs = 1_800_000;

/**
 * Runs peers/<program>.py on the dataset and returns what it measured: it is given a folder with shape.json and the raw
 * little-endian columns users.i32, items.i32 and stars.f32, and prints a JSON list of { work, by, milliseconds }.
 */
export async function runPeer(
  python: string,
  program: string,
  { userCount, itemCount, users, items, stars }: Dataset,
  runs: number,
): Promise<Measurement[]> {
  const folder = await mkdtemp(join(tmpdir(), "matinee-benchmark-"));
  try {
    await writeFile(join(folder, "shape.json"), JSON.stringify({ userCount, itemCount, runs }));
    await writeFile(join(folder, "users.i32"), users);
    await writeFile(join(folder, "items.i32"), items);
    await writeFile(join(folder, "stars.f32"), stars);
    const path = fileURLToPath(new URL(`./peers/${program}.py`, import.meta.url));
    const environment = { ...process.env, OPENBLAS_NUM_THREADS: "1" };
    const { stdout } = await promisify(execFile)(python, [path, folder], { timeout: timeoutMs, env: environment });
    return JSON.parse(stdout.slice(stdout.lastIndexOf("\n[") + 1));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
