// How the trainings of one command share the machine's cores.
import { availableParallelism } from "node:os";
import type { ModelRow } from "@matinee/db";
import type { EngineName } from "@matinee/engines";

export interface FitPlan {
  readonly fitsAtOnce: number;
  /** Of each fit. */
  readonly threads: number;
}

/** Each fit holds the dataset once: more at a time would cost memory where the data is large. */
const mostFitsAtOnce = 2;

/** One engine alone has all cores; several run two at a time, on half of the cores each. `threads` overrides. */
export function planFits(engineCount: number, threads?: number, cores = availableParallelism()): FitPlan {
  const wanted = Math.min(mostFitsAtOnce, engineCount, cores);
  if (threads === undefined) return { fitsAtOnce: wanted, threads: Math.max(1, Math.floor(cores / wanted)) };
  return { fitsAtOnce: Math.max(1, Math.min(wanted, Math.floor(cores / threads))), threads };
}

/** The longest first, by the newest training of each on record; those without one before them, in the order given. */
export function orderByDuration(engines: readonly EngineName[], models: readonly ModelRow[]): EngineName[] {
  const seconds = new Map<string, number>();
  for (const { engine, trainingSeconds } of models.toSorted((a, b) => a.id - b.id)) {
    seconds.set(engine, trainingSeconds);
  }
  const durationOf = (engine: EngineName) => seconds.get(engine) ?? Number.MAX_VALUE;
  return engines.toSorted((a, b) => durationOf(b) - durationOf(a));
}
