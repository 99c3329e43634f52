// Everything that must be known before the first engine is fitted, with the folds on disk for the judging processes.
import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Dataset } from "@matinee/engines";
import { type Fold, getJudgedEngine, type Task } from "@matinee/evaluation";
import { runStep } from "../progress/progress.ts";
import { writeArrays } from "./array-file.ts";
import { type Candidate, chooseCandidates } from "./candidates.ts";
import type { EvaluateOptions } from "./options.ts";
import { readFolds } from "./read-folds.ts";

export interface Prepared {
  readonly task: Task;
  readonly candidates: readonly Candidate[];
  /** Files that `writeArrays` wrote a `Fold` into. */
  readonly foldPaths: readonly string[];
  /** The first fold's training ratings split once more, where settings are to be searched. */
  readonly validation?: { readonly path: string; readonly fingerprint: string };
}

/** Throws DatasetError, EvaluateError or EngineInputError for input that cannot be used. Leaves no data in memory. */
export async function prepare(options: EvaluateOptions, folder: string): Promise<Prepared> {
  const { source, engines, seed } = options;
  if (engines !== "all") engines.forEach(getJudgedEngine);
  const { task, folds, validationOf } = await runStep(
    "Reading the ratings",
    (report) => readFolds(source, seed, report),
    process.stderr,
  );
  const write = (name: string, fold: Fold) => {
    const path = join(folder, name);
    writeArrays(path, fold);
    return path;
  };
  const foldPaths: string[] = [];
  let prepared: Omit<Prepared, "task" | "foldPaths"> = { candidates: [] };
  for (const fold of folds) {
    if (foldPaths.length === 0) {
      const { training } = fold;
      const { candidates, leftOut } = chooseCandidates(options, task, training);
      for (const { name, reason } of leftOut) console.error(`${name} is left out: ${reason}.`);
      const validation = options.tune > 0 && {
        path: write("validation", validationOf(training)),
        fingerprint: fingerprintOf(training),
      };
      prepared = { candidates, ...(validation && { validation }) };
    }
    foldPaths.push(write(`fold-${foldPaths.length}`, fold));
  }
  return { task, foldPaths, ...prepared };
}

function fingerprintOf({ users, items, stars, ratedAt }: Dataset): string {
  const hash = createHash("sha256");
  for (const column of [users, items, stars, ratedAt]) hash.update(column);
  return hash.digest("hex");
}
