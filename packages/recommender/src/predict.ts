// How many stars a viewer would give.
import { predictingEngines } from "./engine-families.ts";
import type { Prediction, Snapshot, ViewerProfile } from "./recommender.types.ts";
import { scoredProfile } from "./scored-profile.ts";
import { findIndex, indexedModels } from "./snapshot-index.ts";

/**
 * One prediction per movie id, in their order: by the first of `predictingEngines` that is promoted; stars in [0.5, 5] with an interval of
 * the model's level. Null where the model does not know the movie or no promoted model predicts, and for a profile
 * without ratings: a prediction is about this viewer, and of him nothing is known.
 */
export function predictStars(
  snapshot: Snapshot,
  profile: ViewerProfile,
  movieIds: readonly number[],
): readonly (Prediction | null)[] {
  if (profile.ratings.length === 0) return movieIds.map(() => null);
  const models = indexedModels(snapshot);
  const predicting = predictingEngines.map((engine) => models[engine]).find((indexed) => indexed?.model.predicts);
  if (!predicting?.model.predicts) return movieIds.map(() => null);

  const { catalog } = snapshot;
  const items = movieIds.map((movieId) => {
    const movie = findIndex(catalog.movieIds, movieId);
    return movie < 0 ? -1 : predicting.itemOfMovie[movie];
  });
  const known = Int32Array.from(items.filter((item) => item >= 0));
  const asked = scoredProfile(snapshot, profile).profileFor(predicting);
  const { mean, low, high, level } = predicting.model.predicts.predict(asked, known);
  let next = 0;
  return items.map((item) => {
    if (item < 0) return null;
    const at = next++;
    return { stars: mean[at], low: low[at], high: high[at], level };
  });
}
