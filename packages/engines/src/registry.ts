// Every engine by its name.

import { bayesianMfEngine } from "./bayesian/bayesian-mf.engine.ts";
import { bayesianSvdPlusPlusEngine } from "./bayesian/bayesian-svd-plus-plus.engine.ts";
import { contentAttributesEngine } from "./content/content-attributes.engine.ts";
import { contentEmbeddingEngine } from "./content/content-embedding.engine.ts";
import { nmfEngine } from "./descent/nmf.engine.ts";
import { svdEngine } from "./descent/svd.engine.ts";
import { svdPlusPlusEngine } from "./descent/svd-plus-plus.engine.ts";
import { type Engine, EngineInputError, type EngineName, type HyperparameterValue } from "./engine.types.ts";
import { bprEngine } from "./factors/bpr.engine.ts";
import { ialsEngine } from "./factors/ials.engine.ts";
import { rp3BetaEngine } from "./graph/rp3beta.engine.ts";
import { spectralEngine } from "./graph/spectral.engine.ts";
import { easeEngine } from "./linear/ease.engine.ts";
import { userEaseEngine } from "./linear/user-ease.engine.ts";
import { itemKnnEngine } from "./neighbors/item-knn.engine.ts";
import { userKnnEngine } from "./neighbors/user-knn.engine.ts";
import { neuralMfEngine } from "./neural/neural-mf.engine.ts";
import { rankingStackEngine } from "./stack/ranking-stack.engine.ts";
import { ratingStackEngine } from "./stack/rating-stack.engine.ts";
import { bayesianAverageEngine } from "./statistical/bayesian-average.engine.ts";
import { mostRatedEngine } from "./statistical/most-rated.engine.ts";
import { trendingEngine } from "./statistical/trending.engine.ts";
import { weightedRatingEngine } from "./statistical/weighted-rating.engine.ts";

/** An engine whose hyperparameters are known by name only. */
export type AnyEngine = Engine<Record<string, HyperparameterValue>>;

export const engines: Readonly<Record<EngineName, AnyEngine>> = {
  "bayesian-average": bayesianAverageEngine,
  "weighted-rating": weightedRatingEngine,
  trending: trendingEngine,
  "most-rated": mostRatedEngine,
  "item-knn": itemKnnEngine,
  "user-knn": userKnnEngine,
  svd: svdEngine,
  ials: ialsEngine,
  bpr: bprEngine,
  "svd-plus-plus": svdPlusPlusEngine,
  nmf: nmfEngine,
  "bayesian-mf": bayesianMfEngine,
  "bayesian-svd-plus-plus": bayesianSvdPlusPlusEngine,
  "neural-mf": neuralMfEngine,
  "content-embedding": contentEmbeddingEngine,
  "content-attributes": contentAttributesEngine,
  ease: easeEngine,
  "user-ease": userEaseEngine,
  "ranking-stack": rankingStackEngine,
  "rating-stack": ratingStackEngine,
  rp3beta: rp3BetaEngine,
  spectral: spectralEngine,
};

/** The engine of this name; throws EngineInputError where there is none. */
export function getEngine(name: string): AnyEngine {
  if (!Object.hasOwn(engines, name)) {
    throw new EngineInputError(`There is no engine "${name}"; there are ${Object.keys(engines).join(", ")}.`);
  }
  return engines[name as EngineName];
}
