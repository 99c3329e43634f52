// Judgments as people and programs read them.
import { resolveHyperparameters } from "@matinee/engines";
import {
  type Difference,
  type FoldEvaluation,
  type Metrics,
  mainMetric,
  pairedBootstrap,
  type Task,
} from "@matinee/evaluation";
import type { Candidate, Settings } from "./candidates.ts";
import type { Judgment } from "./judge.messages.ts";

export interface Judged {
  readonly candidate: Candidate;
  readonly judgment: Judgment;
}

export interface Result {
  readonly engine: string;
  /** As used, defaults included. */
  readonly hyperparameters: Settings;
  readonly metrics: Metrics;
  readonly fitSeconds: number;
  readonly recommendSeconds: number;
  readonly peakMegabytes: number;
  /** The main metric against the best engine's, by users drawn again: absent for the best itself. */
  readonly comparedToBest?: Difference;
  /** Of several folds their own figures; the ones above are then their means. */
  readonly folds?: readonly FoldEvaluation[];
}

/** Best first: by RMSE, or by nDCG. */
export function rankResults(
  judged: readonly Judged[],
  { task, k, seed }: { readonly task: Task; readonly k: number; readonly seed: number },
): Result[] {
  const { name, higherIsBetter } = mainMetric(task, k);
  const worth = ({ judgment }: Judged) => (higherIsBetter ? judgment.metrics[name]! : -judgment.metrics[name]!);
  const ordered = judged.toSorted((a, b) => worth(b) - worth(a));
  return ordered.map(({ candidate: { engine, settings }, judgment }, place) => {
    const { metrics, folds, fitSeconds, recommendSeconds, peakMegabytes, users } = judgment;
    return {
      engine: engine.name,
      hyperparameters: resolveHyperparameters(engine.hyperparameters, settings),
      metrics,
      fitSeconds,
      recommendSeconds,
      peakMegabytes,
      ...(place > 0 && { comparedToBest: pairedBootstrap(users, ordered[0]!.judgment.users, { seed }) }),
      ...(folds.length > 1 && { folds }),
    };
  });
}

export function printTable(results: readonly Result[]): void {
  const rows = results.map(({ engine, metrics, comparedToBest, fitSeconds, recommendSeconds, peakMegabytes }) => ({
    engine,
    ...Object.fromEntries(Object.entries(metrics).map(([name, value]) => [name, Number(value.toFixed(4))])),
    "behind the best (95 %)": comparedToBest
      ? `${comparedToBest.difference.toFixed(4)} (${comparedToBest.low.toFixed(4)} to ${comparedToBest.high.toFixed(4)})`
      : "",
    "fit s": Number(fitSeconds.toFixed(2)),
    "recommend s": Number(recommendSeconds.toFixed(2)),
    "peak MB": Math.round(peakMegabytes),
  }));
  console.table(Object.fromEntries(rows.map(({ engine, ...figures }) => [engine, figures])));
}
