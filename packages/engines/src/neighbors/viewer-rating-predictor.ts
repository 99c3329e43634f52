// Stars predicted from what the most similar stored viewers gave.
import type { EngineProfile } from "../engine.types.ts";
import { topItems } from "../model/top-items.ts";
import type { SimilarityRule } from "./neighbor-lists.ts";
import { type RatingBaselines, residualsOf, viewerBias } from "./rating-baselines.ts";
import { neighborDamping, similarityRule } from "./rating-similarity.ts";
import { similarViewers } from "./similar-viewers.ts";
import { type StoredViewers, type ValuedViewers, valueViewers } from "./stored-viewers.ts";

export interface ViewerRatings {
  readonly baselines: RatingBaselines;
  /** Deviations of the stored viewers from their baselines, in stars. */
  readonly residuals: Float32Array;
  /** What is compared. */
  readonly compared: ValuedViewers;
  readonly similarity: string;
  readonly rule: SimilarityRule;
  /** Viewers that a prediction uses at most. */
  readonly nearest: number;
}

export interface ViewerRatingOptions {
  readonly similarity: string;
  readonly ratingShrinkage: number;
  readonly nearest: number;
}

export function viewerRatings(
  viewers: StoredViewers,
  baselines: RatingBaselines,
  { similarity, ratingShrinkage, nearest }: ViewerRatingOptions,
): ViewerRatings {
  const stars = Float32Array.from(viewers.halfStars, (half) => half / 2);
  const residuals = new Float32Array(stars.length);
  for (let viewer = 0; viewer + 1 < viewers.starts.length; viewer++) {
    const places = [viewers.starts[viewer], viewers.starts[viewer + 1]] as const;
    const rated = { items: viewers.items.subarray(...places), stars: stars.subarray(...places) };
    residuals.set(residualsOf(rated, baselines), places[0]);
  }
  const values = similarity === "cosine" ? stars : residuals;
  const compared = valueViewers(viewers, values, baselines.itemBiases.length);
  return { baselines, residuals, compared, similarity, rule: similarityRule(similarity, ratingShrinkage), nearest };
}

/**
 * b_vi + Σ s_vu·(r_ui − b_ui) / (.15 + Σ s_vu) for each item, over the nearest of its raters u; unbounded stars.
 * All items at once: the most similar viewers first, each gives to the items that lack raters.
 */
export function starsFromViewers(profile: EngineProfile, model: ViewerRatings): Float32Array {
  const { baselines, residuals, compared, similarity, rule, nearest } = model;
  const own = similarity === "cosine" ? profile.stars : residualsOf(profile, baselines);
  const { similarities } = similarViewers(profile.items, own, compared, rule);
  const { starts, items } = compared.viewers;
  const itemCount = baselines.itemBiases.length;
  const sums = new Float64Array(itemCount);
  const weights = new Float64Array(itemCount).fill(neighborDamping);
  const used = new Int32Array(itemCount);
  const excluded = Uint8Array.from(similarities, (value) => (value > 0 ? 0 : 1));
  for (const viewer of topItems(similarities, { limit: similarities.length, excluded }).items) {
    for (let entry = starts[viewer]; entry < starts[viewer + 1]; entry++) {
      const item = items[entry];
      if (used[item]++ >= nearest) continue;
      sums[item] += similarities[viewer] * residuals[entry];
      weights[item] += similarities[viewer];
    }
  }
  const expected = baselines.mean + viewerBias(profile, baselines);
  return baselines.itemBiases.map((bias, item) => expected + bias + sums[item] / weights[item]);
}
