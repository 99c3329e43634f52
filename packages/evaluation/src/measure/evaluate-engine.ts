// Fits and judges one engine on one or several folds.
import type { HyperparameterValue } from "@matinee/engines";
import type { Fold } from "../dataset/fold.ts";
import type { UserSums } from "../metrics/paired-bootstrap.ts";
import type { JudgedEngine } from "./judged-engine.ts";
import { measureRanking } from "./measure-ranking.ts";
import { measureRatings } from "./measure-ratings.ts";

/** Predict the tested stars, or find the tested items. */
export type Task = "rating" | "ranking";

/** Metrics by name; those of lists carry their length: "ndcg@10". */
export type Metrics = Readonly<Record<string, number>>;

export interface FoldEvaluation {
  readonly metrics: Metrics;
  readonly fitSeconds: number;
  /** For all users: to fold them in, and predict or list. */
  readonly recommendSeconds: number;
}

export interface Evaluation extends FoldEvaluation {
  /** One entry per fold; the figures above are their means. */
  readonly folds: readonly FoldEvaluation[];
  /** The main metric, RMSE or nDCG, taken apart by user over all folds. */
  readonly users: UserSums;
}

export interface EvaluationOptions {
  readonly task: Task;
  /** Length of the lists. */
  readonly k: number;
  readonly seed: number;
  readonly threads?: number;
  readonly hyperparameters?: Readonly<Record<string, HyperparameterValue>>;
  /** How many folds there will be, for the progress; 1 when not named. */
  readonly foldCount?: number;
  /** Called with the share done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** Share of a fold's work that fitting counts as, in the progress. */
const fittingShare = 0.8;

/** The name of the metric that orders engines, and whether the higher is the better. */
export function mainMetric(task: Task, k: number): { readonly name: string; readonly higherIsBetter: boolean } {
  return task === "rating" ? { name: "rmse", higherIsBetter: false } : { name: `ndcg@${k}`, higherIsBetter: true };
}

/** Each fold is fitted anew; every user is folded in from his known ratings, as at serving time. */
export function evaluateEngine(engine: JudgedEngine, folds: Iterable<Fold>, options: EvaluationOptions): Evaluation {
  const { task, k, seed, threads = 1, hyperparameters = {}, onProgress, foldCount = 1 } = options;
  const evaluations: FoldEvaluation[] = [];
  let users: UserSums | undefined;
  for (const fold of folds) {
    const report = (share: number) => onProgress?.((evaluations.length + share) / foldCount);
    const startedAt = performance.now();
    const model = engine.fit(fold.training, {
      hyperparameters,
      seed,
      threads,
      onProgress: (share) => report(share * fittingShare),
    });
    const fittedAt = performance.now();
    const measured = task === "rating" ? measureRatings(model, fold) : measureRanking(model, fold, k);
    users = users ? addSums(users, measured.users) : measured.users;
    const suffix = task === "rating" ? "" : `@${k}`;
    evaluations.push({
      metrics: Object.fromEntries(Object.entries(measured.metrics).map(([name, value]) => [name + suffix, value])),
      fitSeconds: (fittedAt - startedAt) / 1000,
      recommendSeconds: (performance.now() - fittedAt) / 1000,
    });
    onProgress?.(evaluations.length / foldCount);
  }
  if (!users) throw new RangeError("There is no fold to judge the engine on.");
  const mean = (of: (fold: FoldEvaluation) => number) =>
    evaluations.reduce((sum, fold) => sum + of(fold), 0) / evaluations.length;
  return {
    metrics: Object.fromEntries(
      Object.keys(evaluations[0].metrics).map((name) => [name, mean(({ metrics }) => metrics[name])]),
    ),
    fitSeconds: mean(({ fitSeconds }) => fitSeconds),
    recommendSeconds: mean(({ recommendSeconds }) => recommendSeconds),
    folds: evaluations,
    users,
  };
}

function addSums(first: UserSums, second: UserSums): UserSums {
  return {
    ...first,
    sums: first.sums.map((sum, user) => sum + second.sums[user]),
    counts: first.counts.map((count, user) => count + second.counts[user]),
  };
}
