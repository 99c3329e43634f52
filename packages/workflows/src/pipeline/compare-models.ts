// Whether a candidate is good enough to take the place of the model in use.
import type { ModelRow } from "@matinee/db";

export interface Verdict {
  readonly modelId: number;
  readonly model: string;
  readonly metrics: Readonly<Record<string, number>>;
  /** The model it was compared with; null where none is in use. */
  readonly against: string | null;
  /** Why it should not be promoted; null where it should. */
  readonly objection: string | null;
}

/**
 * How far a metric may fall behind, about two standard errors of a holdout with 500 viewers: data that only grew is to
 * pass, a broken engine is not.
 */
const tolerances = [
  { metric: "rmse", tolerance: 0.01, better: -1 },
  { metric: "ndcg@10", tolerance: 0.02, better: 1 },
] as const;

/** `promoted` is the engine's model in use, measured the same way, though perhaps on earlier data. */
export function compareModels(candidate: ModelRow, promoted: ModelRow | undefined): Verdict {
  const objections = tolerances.flatMap(({ metric, tolerance, better }) => {
    const now = candidate.metrics[metric];
    const before = promoted?.metrics[metric];
    if (now === undefined || before === undefined || (before - now) * better <= tolerance) return [];
    return `${metric} ${now.toFixed(3)} against ${before.toFixed(3)}`;
  });
  return {
    modelId: candidate.id,
    model: nameOf(candidate),
    metrics: candidate.metrics,
    against: promoted ? nameOf(promoted) : null,
    objection: objections.length > 0 ? objections.join(", ") : null,
  };
}

const nameOf = ({ engine, version }: ModelRow) => `${engine}@${version}`;
