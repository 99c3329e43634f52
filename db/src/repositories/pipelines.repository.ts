import { type Kysely, sql } from "kysely";
import type { RunStatus, StepStatus } from "../tables/run.tables.ts";
import type { Tables } from "../tables/tables.ts";
import { closeSilentSql } from "./silent-runs.ts";

export interface NewPipelineRun {
  readonly options: Readonly<Record<string, unknown>>;
  /** Of the program: a git revision, else its version. */
  readonly revision: string;
}

export interface PipelineRunRow extends NewPipelineRun {
  readonly id: number;
  readonly status: RunStatus;
  readonly error: string | null;
  readonly startedAt: Date;
  /** The last sign of life. */
  readonly heardAt: Date;
  readonly finishedAt: Date | null;
}

export interface NewPipelineStep {
  readonly runId: number;
  /** From 0, in the order they run. */
  readonly position: number;
  readonly name: string;
  /** What it depends on, by name: fingerprints and settings. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Of the inputs. */
  readonly fingerprint: string;
}

export interface PipelineStepRow extends NewPipelineStep {
  readonly status: StepStatus;
  readonly output: unknown;
  readonly error: string | null;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
}

/** Identifies a step. */
type StepKey = Pick<NewPipelineStep, "runId" | "position">;

/** The record of the pipeline: its runs and their steps. */
export function pipelinesRepository(kysely: Kysely<Tables>) {
  return {
    /** Returns the id of a run that begins now. */
    startRun: async (run: NewPipelineRun): Promise<number> =>
      (await startRunQuery(kysely, run).executeTakeFirstOrThrow()).id,
    async reportLife(runId: number): Promise<void> {
      await reportLifeQuery(kysely, runId).execute();
    },
    async endRun(runId: number, status: RunStatus, error: string | null = null): Promise<void> {
      await endRunQuery(kysely, runId, status, error).execute();
    },
    async startStep(step: NewPipelineStep): Promise<void> {
      await insertStepQuery(kysely, step, { status: "running" }).execute();
    },
    /** Records a step that need not run, with the output of the time before. */
    async skipStep(step: NewPipelineStep, output: unknown): Promise<void> {
      await insertStepQuery(kysely, step, { status: "skipped", output: JSON.stringify(output) }).execute();
    },
    async endStep(step: StepKey, end: { status: StepStatus; output?: unknown; error?: string }): Promise<void> {
      await endStepQuery(kysely, step, end).execute();
    },
    /** The newest time the step succeeded. */
    findLastSuccess: (name: string): Promise<PipelineStepRow | undefined> =>
      lastSuccessQuery(kysely, name).executeTakeFirst(),
    /** Ends as failed the runs whose process has said nothing for so long. */
    async closeSilent(seconds: number): Promise<void> {
      await closeSilentSql("pipeline_runs", seconds).execute(kysely);
      await closeStepsSql.execute(kysely);
    },
    /** Newest first. */
    listRuns: (limit: number): Promise<PipelineRunRow[]> => listRunsQuery(kysely, limit).execute(),
    /** By run and position. */
    listSteps: (runIds: readonly number[]): Promise<PipelineStepRow[]> => listStepsQuery(kysely, runIds).execute(),
  };
}

const startRunQuery = (kysely: Kysely<Tables>, { options, revision }: NewPipelineRun) =>
  kysely
    .insertInto("pipelineRuns")
    .values({ options: JSON.stringify(options), revision })
    .returning("id");

const reportLifeQuery = (kysely: Kysely<Tables>, runId: number) =>
  kysely.updateTable("pipelineRuns").set({ heardAt: sql<Date>`now()` }).where("id", "=", runId);

const endRunQuery = (kysely: Kysely<Tables>, runId: number, status: RunStatus, error: string | null) =>
  kysely.updateTable("pipelineRuns").set({ status, error, finishedAt: sql<Date>`now()` }).where("id", "=", runId);

const insertStepQuery = (
  kysely: Kysely<Tables>,
  { inputs, ...step }: NewPipelineStep,
  state: { status: "running" } | { status: "skipped"; output: string },
) =>
  kysely.insertInto("pipelineSteps").values({
    ...step,
    ...state,
    inputs: JSON.stringify(inputs),
    ...(state.status === "skipped" && { finishedAt: sql<Date>`now()` }),
  });

const endStepQuery = (
  kysely: Kysely<Tables>,
  { runId, position }: StepKey,
  { status, output, error }: { status: StepStatus; output?: unknown; error?: string },
) =>
  kysely
    .updateTable("pipelineSteps")
    .set({
      status,
      error: error ?? null,
      output: output === undefined ? null : JSON.stringify(output),
      finishedAt: sql<Date>`now()`,
    })
    .where("runId", "=", runId)
    .where("position", "=", position);

const lastSuccessQuery = (kysely: Kysely<Tables>, name: string) =>
  kysely
    .selectFrom("pipelineSteps")
    .selectAll()
    .where("name", "=", name)
    .where("status", "=", "succeeded")
    .orderBy("runId", "desc")
    .limit(1);

/** A step ends with its run. */
const closeStepsSql = sql`
  update pipeline_steps set status = 'failed', error = pipeline_runs.error, finished_at = pipeline_runs.finished_at
  from pipeline_runs
  where pipeline_runs.id = run_id and pipeline_runs.status = 'failed' and pipeline_steps.status = 'running'`;

const listRunsQuery = (kysely: Kysely<Tables>, limit: number) =>
  kysely.selectFrom("pipelineRuns").selectAll().orderBy("id", "desc").limit(limit);

const listStepsQuery = (kysely: Kysely<Tables>, runIds: readonly number[]) =>
  kysely
    .selectFrom("pipelineSteps")
    .selectAll()
    .where((eb) => eb("runId", "=", eb.fn.any(eb.val([...runIds]))))
    .orderBy("runId")
    .orderBy("position");
