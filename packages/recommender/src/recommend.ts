// One answer, from profile to ranked list. Pure: the same snapshot, profile and request give the same list.
import { type Blend, blend } from "./blend.ts";
import { checkWeights, defaultWeights, rankingModels, weighModels } from "./blend-weights.ts";
import { type Candidates, gatherCandidates } from "./candidates.ts";
import { gatherCloseCandidates } from "./closeness.ts";
import { diversify } from "./diversify.ts";
import { excludedMovies } from "./exclusions.ts";
import { RecommendationInputError } from "./recommendation-input-error.ts";
import type { BlendWeights, RankedList, RecommendationRequest, Snapshot, ViewerProfile } from "./recommender.types.ts";
import { PERSONAL_FROM, type Route, route } from "./router.ts";
import { type ScoredProfile, scoredProfile } from "./scored-profile.ts";
import { type IndexedModels, indexedModels } from "./snapshot-index.ts";

/**
 * Films for a viewer, best first: never one that is rated, dismissed, on the watchlist or outside the filter, at most
 * `limit`. Fewer than 5 ratings are answered statistically, reordered by closeness to what was liked. Throws
 * RecommendationInputError for weights below 0 or all 0, a diversity, calibration or novelty outside 0 to 1, or a limit below 1.
 */
export function recommend(snapshot: Snapshot, profile: ViewerProfile, request: RecommendationRequest): RankedList {
  checkRequest(request);
  const routed = route(indexedModels(snapshot), request.strategy, profile.ratings.length);
  return answer(snapshot, profile, request, routed, "RATINGS");
}

export function answer(
  snapshot: Snapshot,
  profile: ViewerProfile,
  request: RecommendationRequest,
  routed: Route,
  basedOn: RankedList["basedOn"],
): RankedList {
  const { catalog } = snapshot;
  const models = indexedModels(snapshot);
  const excluded = excludedMovies(catalog, profile, request.filter);
  const scored = scoredProfile(snapshot, profile);
  const blended: Blend = blend(gather(models, scored, excluded, request, routed));
  const chosen = diversify(catalog, blended.movies, { ...request, ratings: scored.ratings });
  return {
    ...routed,
    models: Object.values(models)
      .filter(({ engine }) => blended.scales[engine])
      .map(({ engine, version }) => ({ engine, version })),
    basedOn,
    scales: blended.scales,
    items: chosen.map(({ movie, score, sources }, index) => ({
      movieId: catalog.movieIds[movie],
      rank: index + 1,
      score,
      sources,
    })),
  };
}

function gather(
  models: IndexedModels,
  profile: ScoredProfile,
  excluded: Uint8Array,
  { weights, limit }: RecommendationRequest,
  { strategyUsed }: Route,
): Candidates {
  const [statistical] = rankingModels(models, "statistical");
  const isFirstTaste = profile.ratings.length > 0 && profile.ratings.length < PERSONAL_FROM;
  if (strategyUsed === "STATISTICAL" && statistical && isFirstTaste) {
    return gatherCloseCandidates(models, statistical, profile, excluded, { atLeast: limit });
  }
  const weighed = weighModels(models, weightsOf(strategyUsed, weights));
  return gatherCandidates(weighed, profile, excluded, { atLeast: limit });
}

function weightsOf(strategy: Route["strategyUsed"], asked: BlendWeights = defaultWeights): BlendWeights {
  if (strategy === "HYBRID") return asked;
  return {
    collaborative: strategy === "COLLABORATIVE" ? 1 : 0,
    content: strategy === "CONTENT" ? 1 : 0,
    statistical: strategy === "STATISTICAL" ? 1 : 0,
  };
}

function checkRequest({ weights, limit, ...variety }: RecommendationRequest): void {
  if (weights) checkWeights(weights);
  for (const name of ["diversity", "calibration", "novelty"] as const) {
    const value = variety[name] ?? 0;
    if (!(value >= 0 && value <= 1)) {
      throw new RecommendationInputError(`The ${name} is ${value}; give a number from 0 to 1.`);
    }
  }
  if (!(Number.isInteger(limit) && limit > 0)) {
    throw new RecommendationInputError(`The limit is ${limit}; give a whole number from 1 up.`);
  }
}
