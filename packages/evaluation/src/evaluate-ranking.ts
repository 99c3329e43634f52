// Judges lists of recommendations.
import {
  type AnyEngine,
  type Dataset,
  type HyperparameterValue,
  type Model,
  recommendItems,
  selectRows,
} from "@matinee/engines";
import { trainingProfiles } from "./dataset/training-profiles.ts";
import { averagePrecisionAt, ndcgAt, precisionAt, recallAt } from "./ranking-metrics.ts";
import { stratifiedSplit } from "./splits.ts";

/** Means over the users who have a tested rating. */
export interface RankingMetrics {
  readonly ndcg: number;
  readonly map: number;
  readonly precision: number;
  readonly recall: number;
}

export interface RankingEvaluationOptions {
  readonly k: number;
  readonly testShare: number;
  readonly seed: number;
  readonly hyperparameters?: Readonly<Record<string, HyperparameterValue>>;
  /** Called with the share of the fitting done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/**
 * The protocol of Microsoft Recommenders (k 10, testShare 0.25): a stratified random split of every user's ratings, every
 * tested rating relevant whatever its stars, the user's training items left out of his list.
 */
export function evaluateRanking(
  engine: AnyEngine,
  dataset: Dataset,
  options: RankingEvaluationOptions,
): RankingMetrics {
  const { k, testShare, seed, hyperparameters = {}, onProgress = () => {} } = options;
  const { train, test } = stratifiedSplit(dataset, { testShare, seed });
  const training = selectRows(dataset, train);
  const model = engine.fit(training, { hyperparameters, seed, onProgress });
  return measureRanking(model, training, selectRows(dataset, test), k);
}

/** A model's lists of k, from the users' training ratings, against their tested items. Throws if it ranks nothing. */
export function measureRanking(model: Model, training: Dataset, tested: Dataset, k: number): RankingMetrics {
  const { recommends } = model;
  if (!recommends) throw new TypeError(`The engine "${model.engine}" recommends nothing.`);
  const known = trainingProfiles(training);
  const lists = trainingProfiles(tested).flatMap(({ items }, user) =>
    items.length === 0
      ? []
      : [{ relevant: new Set(items), ranked: recommendItems(recommends, known[user], { limit: k }).items }],
  );
  type Metric = (ranked: Int32Array, relevant: ReadonlySet<number>, k: number) => number;
  const mean = (metric: Metric) =>
    lists.reduce((sum, { ranked, relevant }) => sum + metric(ranked, relevant, k), 0) / lists.length;
  return {
    ndcg: mean(ndcgAt),
    map: mean(averagePrecisionAt),
    precision: mean(precisionAt),
    recall: mean(recallAt),
  };
}
