// What similar viewers watched: scores of all items, and the part of each of the viewer's own ratings in them.
import type { EngineProfile } from "../engine.types.ts";
import { ratingWeight } from "../model/rating-weight.ts";
import { topItems } from "../model/top-items.ts";
import { similarViewers } from "./similar-viewers.ts";
import { type StoredViewers, type ValuedViewers, valueViewers } from "./stored-viewers.ts";

export interface ViewerRankingOptions {
  readonly neighbors: number;
  readonly shrinkage: number;
  readonly starWeight: number;
  readonly popularityDamping: number;
}

export interface ViewerRanking extends ViewerRankingOptions {
  /** What an item's ratings count in similarities: its number of stored raters ^ (−popularityDamping / 2). */
  readonly itemWeights: Float32Array;
  /** What a rating of the stored viewers says by its stars. */
  readonly watched: Float32Array;
  readonly compared: ValuedViewers;
}

/** The nearest viewers, most similar first, each with its similarity and what multiplies Σ x·y in it. */
export interface NearestViewers {
  /** x of each rating of the profile. */
  readonly own: Float32Array;
  readonly viewers: Int32Array;
  readonly similarities: Float32Array;
  readonly factors: Float64Array;
}

export function viewerRanking(viewers: StoredViewers, itemCount: number, options: ViewerRankingOptions): ViewerRanking {
  const raters = new Int32Array(itemCount);
  for (const item of viewers.items) raters[item]++;
  const itemWeights = Float32Array.from(raters, (count) => (count > 0 ? count ** (-options.popularityDamping / 2) : 0));
  const watched = Float32Array.from(viewers.halfStars, (half) => ratingWeight(half / 2, options.starWeight));
  const values = watched.map((weight, entry) => weight * itemWeights[viewers.items[entry]]);
  return { ...options, itemWeights, watched, compared: valueViewers(viewers, values, itemCount) };
}

export function nearestViewers({ items, stars }: EngineProfile, model: ViewerRanking): NearestViewers {
  const { starWeight, shrinkage, neighbors, itemWeights, compared } = model;
  const own = stars.map((value, row) => ratingWeight(value, starWeight) * itemWeights[items[row]]);
  const { similarities, factors } = similarViewers(items, own, compared, { kind: "cosine", shrinkage });
  const nearest = topItems(similarities, { limit: neighbors });
  return {
    own,
    viewers: nearest.items,
    similarities: nearest.scores,
    factors: Float64Array.from(nearest.items, (viewer) => factors[viewer]),
  };
}

/** Σ similarity · watching weight over the nearest viewers who rated the item. */
export function scoresFromViewers(nearest: NearestViewers, { watched, compared }: ViewerRanking): Float32Array {
  const { starts, items } = compared.viewers;
  const scores = new Float32Array(compared.itemStarts.length - 1);
  nearest.viewers.forEach((viewer, place) => {
    for (let entry = starts[viewer]; entry < starts[viewer + 1]; entry++) {
      scores[items[entry]] += nearest.similarities[place] * watched[entry];
    }
  });
  return scores;
}

/**
 * What each rating of the profile adds to an item's score. A similarity is factor · Σ_j x_vj·x_uj over the shared items j, so
 * rating j adds Σ_u factor_u · x_vj·x_uj · watching weight of u's rating of the item: exactly the score taken apart.
 */
export function contributionsFromViewers(
  { items }: EngineProfile,
  nearest: NearestViewers,
  item: number,
  { watched, compared }: ViewerRanking,
): Float64Array {
  const { starts, items: storedItems } = compared.viewers;
  const contributions = new Float64Array(items.length);
  const rowOf = new Map(Array.from(items, (own, row) => [own, row]));
  nearest.viewers.forEach((viewer, place) => {
    const rated = storedItems.subarray(starts[viewer], starts[viewer + 1]).indexOf(item);
    if (rated < 0) return;
    const weight = nearest.factors[place] * watched[starts[viewer] + rated];
    for (let entry = starts[viewer]; entry < starts[viewer + 1]; entry++) {
      const row = rowOf.get(storedItems[entry]);
      if (row !== undefined) contributions[row] += weight * nearest.own[row] * compared.values[entry];
    }
  });
  return contributions;
}
