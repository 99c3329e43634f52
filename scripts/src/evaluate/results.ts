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

/** Two tables, or lines of a terminal would break: how right the engines are and what that costs, and what else they are like. */
export function printTables(results: readonly Result[], task: Task): void {
  const mainCount = task === "rating" ? 3 : 4;
  const metricsOf = ({ metrics }: Result) => Object.entries(metrics).map(([name, value]) => [name, value.toFixed(4)]);
  printTable(results, (result) => [
    ...metricsOf(result).slice(0, mainCount),
    ["behind the best (95 %)", describe(result.comparedToBest)],
    ["fit s", result.fitSeconds.toFixed(2)],
    ["recommend s", result.recommendSeconds.toFixed(2)],
    ["peak MB", result.peakMegabytes.toFixed(0)],
  ]);
  printTable(results, (result) => metricsOf(result).slice(mainCount));
}

function printTable(results: readonly Result[], columnsOf: (result: Result) => string[][]): void {
  const headers = ["engine", ...columnsOf(results[0]!).map(([header]) => header!)];
  const rows = results.map((result) => [result.engine, ...columnsOf(result).map(([, value]) => value!)]);
  const widths = headers.map((header, column) => Math.max(header.length, ...rows.map((row) => row[column]!.length)));
  const line = ([engine, ...figures]: readonly string[]) =>
    [engine!.padEnd(widths[0]!), ...figures.map((figure, place) => figure.padStart(widths[place + 1]!))].join("  ");
  console.log(`${[headers, ...rows].map(line).join("\n")}\n`);
}

function describe(difference: Difference | undefined): string {
  if (!difference) return "";
  const [middle, low, high] = [difference.difference, difference.low, difference.high].map((value) => value.toFixed(4));
  return `${middle} (${low} to ${high})`;
}
