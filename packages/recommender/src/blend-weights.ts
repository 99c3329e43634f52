// How much each engine counts in an answer.
import { enginesOfFamily, type Family, families } from "./engine-families.ts";
import { RecommendationInputError } from "./recommendation-input-error.ts";
import type { BlendWeights } from "./recommender.types.ts";
import type { IndexedModel, IndexedModels } from "./snapshot-index.ts";

export const defaultWeights: BlendWeights = { collaborative: 0.5, content: 0.3, statistical: 0.2 };

export interface WeightedModel {
  readonly indexed: IndexedModel;
  readonly weight: number;
}

/** The promoted models that stand for a family and can rank. */
export function rankingModels(models: IndexedModels, family: Family): readonly IndexedModel[] {
  for (const group of enginesOfFamily[family]) {
    const ranking = group.flatMap((engine) => (models[engine]?.model.recommends ? [models[engine]] : []));
    if (ranking.length > 0) return ranking;
  }
  return [];
}

/**
 * A family's weight is shared evenly by its engines; that of a family without a model goes to the others in proportion.
 * The weights of the result add up to 1. When no family with a weight has a model, the default weights stand in.
 */
export function weighModels(models: IndexedModels, weights: BlendWeights): readonly WeightedModel[] {
  const weighed = families.flatMap((family) => {
    const ranking = rankingModels(models, family);
    return ranking.map((indexed) => ({ indexed, weight: weights[family] / ranking.length }));
  });
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return weighed.length === 0 ? [] : weighModels(models, defaultWeights);
  return weighed.filter(({ weight }) => weight > 0).map((each) => ({ ...each, weight: each.weight / total }));
}

/** Throws RecommendationInputError unless every weight is a number from 0 up and one is above 0. */
export function checkWeights(weights: BlendWeights): void {
  for (const family of families) {
    if (!(Number.isFinite(weights[family]) && weights[family] >= 0)) {
      throw new RecommendationInputError(`The weight "${family}" is ${weights[family]}; give a number from 0 up.`);
    }
  }
  if (families.every((family) => weights[family] === 0)) {
    throw new RecommendationInputError("All weights are 0; give at least one a number above 0.");
  }
}
