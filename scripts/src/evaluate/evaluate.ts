// The evaluation itself: reads, splits, chooses, tunes, judges, ranks.
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { Task } from "@matinee/evaluation";
import { buildPackages } from "../build-packages.ts";
import { type ReportShare, runStep } from "../progress/progress.ts";
import type { Candidate } from "./candidates.ts";
import { EvaluateError } from "./evaluate-error.ts";
import { judgeInChild } from "./judge-in-child.ts";
import type { EvaluateOptions } from "./options.ts";
import { prepare } from "./prepare.ts";
import { type Judged, type Result, rankResults } from "./results.ts";
import { tune } from "./tune.ts";

export interface Judgments {
  readonly task: Task;
  /** Best first. */
  readonly results: readonly Result[];
  readonly failed: readonly { readonly engine: string; readonly message: string }[];
}

/**
 * Judges the chosen engines one after the other, each in a process of its own. Throws DatasetError, EvaluateError or
 * EngineInputError for input that cannot be used, before anything is fitted, and the signal's reason when it was aborted.
 * @param folder for files between the processes
 */
export async function evaluate(options: EvaluateOptions, folder: string, signal: AbortSignal): Promise<Judgments> {
  const { k, seed, tune: trials, tuneState: statePath } = options;
  const { task, candidates, foldPaths, validation } = await prepare(options, folder);
  await buildPackages(["kernels"]);

  const judge = ({ engine, settings }: Candidate, paths: readonly string[], onProgress: ReportShare) => {
    const judgmentPath = join(folder, "judgment");
    const threads = availableParallelism();
    const job = { engine: engine.name, settings, task, k, seed, threads, foldPaths: paths, judgmentPath };
    return judgeInChild(job, { onProgress, signal });
  };

  async function tuned(candidate: Candidate): Promise<Candidate> {
    if (!validation) return candidate;
    const settings = await tune(
      candidate,
      (tried) => judge({ ...candidate, settings: tried }, [validation.path], () => {}),
      { trials, seed, task, k, statePath, signal, fingerprint: validation.fingerprint, report: console.error },
    );
    return { ...candidate, settings };
  }

  const judged: Judged[] = [];
  const failed: { engine: string; message: string }[] = [];
  for (const chosen of candidates) {
    const { name } = chosen.engine;
    try {
      const candidate = await tuned(chosen);
      // Progress goes to standard error: standard output is for results alone.
      const judgment = await runStep(name, (report) => judge(candidate, foldPaths, report), process.stderr);
      judged.push({ candidate, judgment });
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof EvaluateError) throw error;
      const message = error instanceof Error ? error.message : String(error);
      console.error(`${name} failed: ${message}`);
      failed.push({ engine: name, message });
    }
  }
  return { task, results: rankResults(judged, { task, k, seed }), failed };
}
