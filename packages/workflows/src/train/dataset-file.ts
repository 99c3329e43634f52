// The dataset as a file, which every fitting process reads: this one need not hold it meanwhile.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serialize } from "node:v8";
import type { Database } from "@matinee/db";
import { readTrainingDataset } from "./training-dataset.ts";

export interface DatasetFile {
  /** A temporary folder of its own, also for the models. */
  readonly folder: string;
  readonly path: string;
  readonly fingerprint: string;
  readonly itemCount: number;
}

/** Writes the file (20 bytes a rating), runs `work`, and removes the folder. */
export async function withDatasetFile<Result>(
  database: Database,
  embedderModelId: number,
  work: (file: DatasetFile) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "matinee-train-"));
  try {
    return await work(await writeDataset(database, embedderModelId, folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeDataset(database: Database, embedderModelId: number, folder: string): Promise<DatasetFile> {
  const { dataset, fingerprint } = await readTrainingDataset(database, embedderModelId);
  const path = join(folder, "dataset");
  await writeFile(path, serialize(dataset));
  return { folder, path, fingerprint, itemCount: dataset.itemCount };
}
