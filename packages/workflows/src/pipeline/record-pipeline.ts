// Runs steps in order and records each; skips those whose inputs are what they were when the step last succeeded. So a
// run after a failure goes on where the last one failed.
import { createHash } from "node:crypto";
import { type Database, pipelinesRepository } from "@matinee/db";
import { silenceSeconds } from "../train/record-training.ts";
import type { WorkflowOptions } from "../workflow-options.ts";
import { type PipelineStep, type StepName, stepNames } from "./step.types.ts";

const lifeSignMilliseconds = 5_000;

export interface RecordOptions extends Pick<WorkflowOptions, "signal"> {
  readonly revision: string;
  /** For the record. */
  readonly options: Readonly<Record<string, unknown>>;
  /** This step and those after it run even with unchanged inputs. */
  readonly from?: StepName;
  /** Called instead of a step that is skipped. */
  readonly onSkip?: (name: StepName) => void;
  /** Called to run a step; `work` tells its share done. For showing progress. */
  readonly onStep?: <Result>(
    name: StepName,
    work: (onProgress: (share: number) => void) => Promise<Result>,
  ) => Promise<Result>;
}

export type RunStep = <Output>(step: PipelineStep<Output>) => Promise<Output>;

/** Records a run of `work`, which passes its steps one by one to the function it is given. Returns the run's id. */
export async function recordPipeline(
  { kysely }: Database,
  options: RecordOptions,
  work: (runStep: RunStep) => Promise<void>,
): Promise<number> {
  const pipelines = pipelinesRepository(kysely);
  await pipelines.closeSilent(silenceSeconds);
  const runId = await pipelines.startRun({ options: options.options, revision: options.revision });
  let reporting = Promise.resolve();
  const timer = setInterval(() => {
    // a lost sign of life is no reason to lose the run
    reporting = pipelines.reportLife(runId).catch(() => undefined);
  }, lifeSignMilliseconds);
  try {
    await work((step) => runStep(pipelines, runId, step, options));
    await pipelines.endRun(runId, "succeeded");
    return runId;
  } catch (error) {
    // where even that fails, the first failure says more
    await pipelines.endRun(runId, endOf(options.signal), messageOf(error)).catch(() => undefined);
    throw error;
  } finally {
    clearInterval(timer);
    await reporting;
  }
}

async function runStep<Output>(
  pipelines: ReturnType<typeof pipelinesRepository>,
  runId: number,
  step: PipelineStep<Output>,
  { from, signal, onSkip, onStep = (_name, work) => work(() => {}) }: RecordOptions,
): Promise<Output> {
  signal?.throwIfAborted();
  const { name } = step;
  const inputs = await step.inputs();
  const position = stepNames.indexOf(name);
  const record = { runId, position, name, inputs, fingerprint: fingerprintOf(inputs) };
  const last = await pipelines.findLastSuccess(name);
  const isForced = from !== undefined && position >= stepNames.indexOf(from);
  if (!isForced && last?.fingerprint === record.fingerprint) {
    const output = last.output as Output;
    if (!step.isThere || (await step.isThere(output))) {
      await pipelines.skipStep(record, output);
      onSkip?.(name);
      return output;
    }
  }
  await pipelines.startStep(record);
  try {
    const output = await onStep(name, (onProgress) => step.run({ runId, onProgress, ...(signal && { signal }) }));
    await pipelines.endStep(record, { status: "succeeded", output });
    return output;
  } catch (error) {
    await pipelines.endStep(record, { status: endOf(signal), error: messageOf(error) }).catch(() => undefined);
    throw error;
  }
}

const endOf = (signal: AbortSignal | undefined) => (signal?.aborted ? "cancelled" : "failed");
const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** The same for the same inputs, in whatever order they are named. */
function fingerprintOf(inputs: Readonly<Record<string, string>>): string {
  const sorted = Object.entries(inputs).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(sorted)).digest("hex");
}
