// The evaluation itself: reads, splits, chooses, tunes, judges, ranks.
import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { type Dataset, type EngineName, getEngine } from "@matinee/engines";
import type { Fold } from "@matinee/evaluation";
import { buildPackages } from "../build-packages.ts";
import { type ReportShare, runStep } from "../progress/progress.ts";
import { writeArrays } from "./array-file.ts";
import { type Candidate, chooseCandidates, type Settings } from "./candidates.ts";
import { EvaluateError } from "./evaluate-error.ts";
import { judgeInChild } from "./judge-in-child.ts";
import type { EvaluateOptions } from "./options.ts";
import { readFolds } from "./read-folds.ts";
import { type Judged, type Result, rankResults } from "./results.ts";
import { tune } from "./tune.ts";

export interface Judgments {
  /** Best first. */
  readonly results: readonly Result[];
  readonly failed: readonly { readonly engine: EngineName; readonly message: string }[];
}

/**
 * Judges the chosen engines one after the other, each in a process of its own. Throws DatasetError, EvaluateError or
 * EngineInputError for input that cannot be used, before anything is fitted, and the signal's reason when it was aborted.
 * @param folder for files between the processes
 */
export async function evaluate(options: EvaluateOptions, folder: string, signal: AbortSignal): Promise<Judgments> {
  const { source, engines, k, seed } = options;
  if (engines !== "all") engines.forEach(getEngine);
  const { task, folds, validationOf } = await step("Reading the ratings", (report) => readFolds(source, seed, report));
  const foldPaths: string[] = [];
  let candidates: readonly Candidate[] = [];
  let validation: { path: string; identity: string } | undefined;
  for (const fold of folds) {
    if (foldPaths.length === 0) {
      const chosen = chooseCandidates(options, task, fold.training);
      for (const { name, reason } of chosen.leftOut) console.error(`${name} is left out: ${reason}.`);
      candidates = chosen.candidates;
      if (options.tune > 0) {
        const identity = `${task} ${k} ${seed} ${fingerprintOf(fold.training)}`;
        validation = { path: writeFold(join(folder, "validation"), validationOf(fold.training)), identity };
      }
    }
    foldPaths.push(writeFold(join(folder, `fold-${foldPaths.length}`), fold));
  }

  await buildPackages(["kernels"]);
  const judge = ({ engine }: Candidate, settings: Settings, paths: readonly string[], onProgress: ReportShare) =>
    judgeInChild(
      {
        engine: engine.name,
        settings,
        task,
        k,
        seed,
        threads: availableParallelism(),
        foldPaths: paths,
        judgmentPath: join(folder, "judgment"),
      },
      { onProgress, signal },
    );

  async function tuned(candidate: Candidate): Promise<Candidate> {
    if (!validation) return candidate;
    const { path, identity } = validation;
    const { name } = candidate.engine;
    const settings = await tune(candidate, (tried) => judge(candidate, tried, [path], () => {}), {
      trials: options.tune,
      seed,
      task,
      k,
      statePath: options.tuneState,
      identity,
      onTrial: (trial, metric) => console.error(`${name}: trial ${trial} of ${options.tune}, ${metric.toFixed(4)}`),
    });
    return { ...candidate, settings };
  }

  const judged: Judged[] = [];
  const failed: { engine: EngineName; message: string }[] = [];
  for (const chosen of candidates) {
    const { name } = chosen.engine;
    try {
      const candidate = await tuned(chosen);
      const judgment = await step(name, (report) => judge(candidate, candidate.settings, foldPaths, report));
      judged.push({ candidate, judgment });
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof EvaluateError) throw error;
      const message = error instanceof Error ? error.message : String(error);
      console.error(`${name} failed: ${message}`);
      failed.push({ engine: name, message });
    }
  }
  return { results: rankResults(judged, { task, k, seed }), failed };
}

function writeFold(path: string, fold: Fold): string {
  writeArrays(path, fold);
  return path;
}

/** Progress goes to standard error: standard output is for results alone. */
function step<Result>(title: string, work: (report: ReportShare) => Promise<Result>): Promise<Result> {
  return runStep(title, work, process.stderr);
}

function fingerprintOf({ users, items, stars, ratedAt }: Dataset): string {
  const hash = createHash("sha256");
  for (const column of [users, items, stars, ratedAt]) hash.update(column);
  return hash.digest("hex");
}
