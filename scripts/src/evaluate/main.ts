// `npm run evaluate`: judges engines by a published protocol or on one's own files, and prints a table or JSON.
import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { DatasetError } from "@matinee/datasets";
import { type Dataset, EngineInputError, getEngine } from "@matinee/engines";
import type { Fold } from "@matinee/evaluation";
import { buildPackages } from "../build-packages.ts";
import { type ReportShare, runStep } from "../progress/progress.ts";
import { writeArrays } from "./array-file.ts";
import { type Candidate, chooseCandidates, type Settings } from "./candidates.ts";
import { EvaluateError } from "./evaluate-error.ts";
import { judgeInChild } from "./judge-in-child.ts";
import { type EvaluateOptions, parseEvaluateOptions } from "./options.ts";
import { readFolds } from "./read-folds.ts";
import { type Judged, printTable, rankResults } from "./results.ts";
import { tune } from "./tune.ts";

const options = parseEvaluateOptions(process.argv.slice(2));
const stopped = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => stopped.abort(new EvaluateError("Stopped.")));
}
const folder = await mkdtemp(join(tmpdir(), "matinee-evaluate-"));
try {
  process.exitCode = await evaluate(options);
} catch (error) {
  const isExpected = [EvaluateError, DatasetError, EngineInputError].some((kind) => error instanceof kind);
  console.error(isExpected && error instanceof Error ? error.message : error);
  process.exitCode = stopped.signal.aborted ? 130 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** The exit code: 1 where an engine failed. */
async function evaluate(options: EvaluateOptions): Promise<number> {
  const { source, engines, k, seed, json } = options;
  if (engines !== "all") engines.forEach(getEngine);
  await buildPackages(["kernels"]);
  const { task, folds, validationOf } = await step("Reading the ratings", (report) => readFolds(source, seed, report));
  const foldPaths: string[] = [];
  let candidates: Candidate[] = [];
  let validation: { path: string; identity: string } | undefined;
  for (const fold of folds) {
    if (foldPaths.length === 0) {
      candidates = chooseCandidates(options, task, fold.training);
      if (options.tune > 0) {
        const identity = `${task} ${k} ${seed} ${fingerprintOf(fold.training)}`;
        validation = { path: writeFold("validation", validationOf(fold.training)), identity };
      }
    }
    foldPaths.push(writeFold(`fold-${foldPaths.length}`, fold));
  }

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
      { onProgress, signal: stopped.signal },
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
  const failed: { engine: string; message: string }[] = [];
  for (const chosen of candidates) {
    const { name } = chosen.engine;
    try {
      const candidate = await tuned(chosen);
      const judgment = await step(name, (report) => judge(candidate, candidate.settings, foldPaths, report));
      judged.push({ candidate, judgment });
    } catch (error) {
      stopped.signal.throwIfAborted();
      if (error instanceof EvaluateError) throw error;
      const message = error instanceof Error ? error.message : String(error);
      console.error(`${name} failed: ${message}`);
      failed.push({ engine: name, message });
    }
  }
  const results = rankResults(judged, { task, k, seed });
  if (json) console.log(JSON.stringify({ results, ...(failed.length > 0 && { failed }) }));
  else if (results.length > 0) printTable(results);
  return failed.length > 0 ? 1 : 0;
}

function writeFold(name: string, fold: Fold): string {
  const path = join(folder, name);
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
