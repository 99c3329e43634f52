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
  /** Deviations of the items' raters from their baselines, in stars, in the order of `compared.raters`. */
  readonly raterResiduals: Float32Array;
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
  const deviations = valueViewers(viewers, residuals, baselines.itemBiases.length);
  const compared = similarity === "cosine" ? valueViewers(viewers, stars, baselines.itemBiases.length) : deviations;
  const rule = similarityRule(similarity, ratingShrinkage);
  return { baselines, raterResiduals: deviations.raterValues, compared, similarity, rule, nearest };
}

/** How like the viewer each stored one is, by what predictions compare. */
export function ratingSimilarities(profile: EngineProfile, model: ViewerRatings): Float32Array {
  const { baselines, compared, similarity, rule } = model;
  const own = similarity === "cosine" ? profile.stars : residualsOf(profile, baselines);
  return similarViewers(profile.items, own, compared, rule).similarities;
}

/** b_vi + Σ s_vu·(r_ui − b_ui) / (.15 + Σ s_vu) over the nearest of the item's raters u with s_vu above 0; unbounded stars. */
export function starsFromViewers(
  profile: EngineProfile,
  items: Int32Array,
  similarities: Float32Array,
  { baselines, raterResiduals, compared, nearest }: ViewerRatings,
): Float32Array {
  const { itemStarts, raters } = compared;
  const expected = baselines.mean + viewerBias(profile, baselines);
  return Float32Array.from(items, (item) => {
    const start = itemStarts[item];
    const ofRaters = Float32Array.from(raters.subarray(start, itemStarts[item + 1]), (rater) => similarities[rater]);
    const best = topItems(ofRaters, { limit: nearest });
    let sum = 0;
    let weights = neighborDamping;
    best.items.forEach((rater, place) => {
      if (best.scores[place] <= 0) return;
      sum += best.scores[place] * raterResiduals[start + rater];
      weights += best.scores[place];
    });
    return expected + baselines.itemBiases[item] + sum / weights;
  });
}
