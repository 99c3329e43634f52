import { type Kysely, sql } from "kysely";
import { encodeRows } from "../copy/binary-writer.ts";
import { copyIn } from "../copy/copy.ts";
import type { RunStatus } from "../tables/run.tables.ts";
import type { Tables } from "../tables/tables.ts";
import { inTransaction } from "../transaction.ts";
import { closeSilentSql } from "./silent-runs.ts";

export interface NewTrainingRun {
  readonly engine: string;
  readonly hyperparameters: Readonly<Record<string, number | string>>;
  readonly seed: number;
  readonly threads: number;
  /** Of the data it learns from. */
  readonly fingerprint: string;
  /** Of the program: a git revision, else its version. */
  readonly revision: string;
  readonly pipelineRunId: number | null;
}

export interface TrainingRunRow extends NewTrainingRun {
  readonly id: number;
  readonly status: RunStatus;
  /** Share done, 0 to 1. */
  readonly progress: number;
  readonly metrics: Readonly<Record<string, number>>;
  readonly modelId: number | null;
  readonly error: string | null;
  readonly startedAt: Date;
  /** The last sign of life. */
  readonly heardAt: Date;
  readonly finishedAt: Date | null;
}

/** One value of a training curve. */
export interface CurvePoint {
  readonly metric: string;
  /** 1 for the first. */
  readonly epoch: number;
  readonly value: number;
}

export interface TrainingResult {
  readonly modelId: number;
  /** All of them, as used. */
  readonly hyperparameters: Readonly<Record<string, number | string>>;
  readonly metrics: Readonly<Record<string, number>>;
  readonly curve: readonly CurvePoint[];
}

export interface RunFilter {
  readonly engine?: string;
  readonly pipelineRunId?: number;
  readonly limit: number;
}

/** What an experiment tracker records of each training. */
export function trainingRunsRepository(kysely: Kysely<Tables>) {
  return {
    /** Returns the id of a run that begins now. */
    start: async (run: NewTrainingRun): Promise<number> => (await startQuery(kysely, run).executeTakeFirstOrThrow()).id,
    /** Also a sign of life. */
    async reportProgress(id: number, share: number): Promise<void> {
      await progressQuery(kysely, id, share).execute();
    },
    succeed: (id: number, result: TrainingResult): Promise<void> =>
      inTransaction(kysely, async (transaction) => {
        await copyIn(transaction, "run_curves (run_id, metric, epoch, value)", encodeCurve(id, result.curve));
        await succeedQuery(transaction, id, result).execute();
      }),
    async end(id: number, status: "failed" | "cancelled", error: string): Promise<void> {
      await endQuery(kysely, id, status, error).execute();
    },
    /** Sets the metrics of the runs that made the model. */
    async setMetrics(modelId: number, metrics: Readonly<Record<string, number>>): Promise<void> {
      await setMetricsQuery(kysely, modelId, metrics).execute();
    },
    /** Ends as failed the runs whose process has said nothing for so long. */
    async closeSilent(seconds: number): Promise<void> {
      await closeSilentSql("training_runs", seconds).execute(kysely);
    },
    /** Newest first. */
    list: (filter: RunFilter): Promise<TrainingRunRow[]> => listQuery(kysely, filter).execute(),
    /** By metric and epoch. */
    readCurve: (id: number): Promise<CurvePoint[]> => curveQuery(kysely, id).execute(),
  };
}

function encodeCurve(id: number, curve: readonly CurvePoint[]) {
  return encodeRows(curve.length, 4, (row, index) => {
    const { metric, epoch, value } = curve[index]!;
    row.int4(id);
    row.text(metric);
    row.int4(epoch);
    row.float4(value);
  });
}

const startQuery = (kysely: Kysely<Tables>, { hyperparameters, ...run }: NewTrainingRun) =>
  kysely
    .insertInto("trainingRuns")
    .values({ ...run, hyperparameters: JSON.stringify(hyperparameters), metrics: "{}" })
    .returning("id");

const progressQuery = (kysely: Kysely<Tables>, id: number, share: number) =>
  kysely.updateTable("trainingRuns").set({ progress: share, heardAt: sql<Date>`now()` }).where("id", "=", id);

const succeedQuery = (
  kysely: Kysely<Tables>,
  id: number,
  { modelId, hyperparameters, metrics }: Omit<TrainingResult, "curve">,
) =>
  kysely
    .updateTable("trainingRuns")
    .set({
      status: "succeeded",
      progress: 1,
      modelId,
      hyperparameters: JSON.stringify(hyperparameters),
      metrics: JSON.stringify(metrics),
      finishedAt: sql<Date>`now()`,
    })
    .where("id", "=", id);

const endQuery = (kysely: Kysely<Tables>, id: number, status: "failed" | "cancelled", error: string) =>
  kysely.updateTable("trainingRuns").set({ status, error, finishedAt: sql<Date>`now()` }).where("id", "=", id);

const setMetricsQuery = (kysely: Kysely<Tables>, modelId: number, metrics: Readonly<Record<string, number>>) =>
  kysely
    .updateTable("trainingRuns")
    .set({ metrics: JSON.stringify(metrics) })
    .where("modelId", "=", modelId);

const listQuery = (kysely: Kysely<Tables>, { engine, pipelineRunId, limit }: RunFilter) =>
  kysely
    .selectFrom("trainingRuns")
    .selectAll()
    .$if(engine !== undefined, (query) => query.where("engine", "=", engine!))
    .$if(pipelineRunId !== undefined, (query) => query.where("pipelineRunId", "=", pipelineRunId!))
    .orderBy("id", "desc")
    .limit(limit);

const curveQuery = (kysely: Kysely<Tables>, id: number) =>
  kysely
    .selectFrom("runCurves")
    .select(["metric", "epoch", "value"])
    .where("runId", "=", id)
    .orderBy("metric")
    .orderBy("epoch");
