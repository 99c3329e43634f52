// Several engines' scores as one: each put on the scale 0 to 1 over the candidates, then added by weight.
import type { EngineName } from "@matinee/engines";
import type { CandidateScores, Candidates } from "./candidates.ts";
import type { RecommendationSource, ScoreScale } from "./recommender.types.ts";

export interface BlendedMovie {
  /** Index in the catalog. */
  readonly movie: number;
  readonly score: number;
  readonly sources: readonly RecommendationSource[];
}

export interface Blend {
  /** Best first; ties in catalog order. */
  readonly movies: readonly BlendedMovie[];
  readonly scales: Partial<Readonly<Record<EngineName, ScoreScale>>>;
}

/** score = Σ weight · (s − min) / (max − min), in [0, 1] as the weights add up to 1. */
export function blend({ movies, scored }: Candidates): Blend {
  const scaled = scored.map((each) => ({ ...each, scale: scaleOf(each) }));
  const blended = Array.from(movies, (movie, position) => {
    const sources = scaled.map(({ engine, weight, scores, scale }) => ({
      engine,
      score: Number.isNaN(scores[position]) ? 0 : onScale(scores[position], scale),
      weight,
    }));
    const score = Math.min(
      1,
      sources.reduce((sum, source) => sum + source.weight * source.score, 0),
    );
    return { movie, score, sources };
  });
  return {
    movies: blended.sort((a, b) => b.score - a.score || a.movie - b.movie),
    scales: Object.fromEntries(scaled.map(({ engine, scale }) => [engine, scale])),
  };
}

function onScale(score: number, { minimum, maximum }: ScoreScale): number {
  return maximum === minimum ? 0 : (score - minimum) / (maximum - minimum);
}

/** Where all candidates tie above zero the scale starts at zero, so that a lone candidate is not shown as worthless. */
function scaleOf({ scores }: CandidateScores): ScoreScale {
  let minimum = Number.POSITIVE_INFINITY;
  let maximum = Number.NEGATIVE_INFINITY;
  for (const score of scores) {
    if (score < minimum) minimum = score;
    if (score > maximum) maximum = score;
  }
  if (minimum > maximum) return { minimum: 0, maximum: 0 };
  return { minimum: minimum === maximum ? Math.min(0, minimum) : minimum, maximum };
}
