// A training leaves a record, however it ends.
import { type Database, type NewTrainingRun, trainingRunsRepository } from "@matinee/db";

const lifeSignMilliseconds = 5_000;
/** A run whose process was silent for so long has lost it. */
export const silenceSeconds = 60;

export interface RecordedTraining {
  readonly runId: number;
  /** Stored now and then, with the signs of life. */
  readonly report: (share: number) => void;
}

/** Runs `work`, which records the success itself; records that it failed, or was cancelled when the signal was given. */
export async function recordTraining<Result>(
  { kysely }: Database,
  run: NewTrainingRun,
  signal: AbortSignal,
  work: (training: RecordedTraining) => Promise<Result>,
): Promise<Result> {
  const runs = trainingRunsRepository(kysely);
  const runId = await runs.start(run);
  let share = 0;
  let reporting = Promise.resolve();
  const timer = setInterval(() => {
    // a lost sign of life is no reason to lose the training
    reporting = runs.reportProgress(runId, share).catch(() => undefined);
  }, lifeSignMilliseconds);
  const report = (next: number) => {
    share = Math.min(1, Math.max(share, next));
  };
  try {
    return await work({ runId, report });
  } catch (error) {
    await reporting;
    const message = error instanceof Error ? error.message : String(error);
    // where even that fails, the first failure says more
    await runs.end(runId, signal.aborted ? "cancelled" : "failed", message).catch(() => undefined);
    throw error;
  } finally {
    clearInterval(timer);
    await reporting;
  }
}
