// How good an engine is on the data at hand: fitted on most of it, judged on the rest.

import { type AnyEngine, createRandom, type Dataset, selectRows, shuffledIndexes } from "@matinee/engines";
import { measureRanking, measureRatings, stratifiedSplit } from "@matinee/evaluation";

const testShare = 0.2;
const listLength = 10;
/** Enough for a standard error of nDCG below .01; more only costs time on large data. */
const testedUsers = 500;

interface HoldoutOptions {
  readonly hyperparameters: Readonly<Record<string, number>>;
  readonly seed: number;
  readonly onProgress: (share: number) => void;
}

/** Rating error (where the engine predicts) and ranking quality (where it recommends) on held-out ratings of up to 500 users. */
export function measureHoldout(
  engine: AnyEngine,
  dataset: Dataset,
  { hyperparameters, seed, onProgress }: HoldoutOptions,
): Record<string, number> {
  const { train, test } = stratifiedSplit(dataset, { testShare, seed });
  const sample = new Set(shuffledIndexes(dataset.userCount, createRandom(seed)).subarray(0, testedUsers));
  const training = selectRows(dataset, train);
  const tested = selectRows(
    dataset,
    test.filter((row) => sample.has(dataset.users[row]!)),
  );
  const model = engine.fit(training, { hyperparameters, seed, onProgress });
  if (tested.stars.length === 0) return {};
  const metrics: Record<string, number> = {};
  if (model.predicts) {
    const { rmse, mae, coverage } = measureRatings(model, training, tested);
    Object.assign(metrics, { rmse, mae, intervalCoverage: coverage });
  }
  if (model.recommends) {
    const { ndcg, map, precision, recall } = measureRanking(model, training, tested, listLength);
    Object.assign(metrics, {
      [`ndcg@${listLength}`]: ndcg,
      [`map@${listLength}`]: map,
      [`precision@${listLength}`]: precision,
      [`recall@${listLength}`]: recall,
    });
  }
  return metrics;
}
