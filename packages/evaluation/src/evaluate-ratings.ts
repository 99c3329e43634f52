// Judges predicted stars.
import { type AnyEngine, type Dataset, type HyperparameterValue, type Model, selectRows } from "@matinee/engines";
import { trainingProfiles } from "./dataset/training-profiles.ts";
import { coverage, mae, rmse } from "./rating-metrics.ts";
import { kFoldSplits } from "./splits.ts";

export interface RatingMetrics {
  readonly rmse: number;
  readonly mae: number;
  /** Share of the tested stars within their predicted interval. */
  readonly coverage: number;
}

export interface RatingEvaluation extends RatingMetrics {
  /** One entry per fold; the metrics above are their means. */
  readonly folds: readonly RatingMetrics[];
}

export interface RatingEvaluationOptions {
  readonly folds: number;
  readonly seed: number;
  readonly hyperparameters?: Readonly<Record<string, HyperparameterValue>>;
  /** Called with the share done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** k-fold over all ratings. Each tested user is folded in from his training ratings, as at serving time. */
export function evaluateRatings(
  engine: AnyEngine,
  dataset: Dataset,
  options: RatingEvaluationOptions,
): RatingEvaluation {
  const { folds: foldCount, seed, hyperparameters = {}, onProgress } = options;
  const folds = kFoldSplits(dataset, { folds: foldCount, seed }).map(({ train, test }, fold) => {
    const training = selectRows(dataset, train);
    const model = engine.fit(training, {
      hyperparameters,
      seed,
      onProgress: (share) => onProgress?.((fold + share) / foldCount),
    });
    return measureRatings(model, training, selectRows(dataset, test));
  });
  const mean = (metric: keyof RatingMetrics) => folds.reduce((sum, fold) => sum + fold[metric], 0) / foldCount;
  return { rmse: mean("rmse"), mae: mean("mae"), coverage: mean("coverage"), folds };
}

/** A model's errors on the tested ratings, its users folded in from the training ones. Throws if it predicts no stars. */
export function measureRatings(model: Model, training: Dataset, tested: Dataset): RatingMetrics {
  const { predicts } = model;
  if (!predicts) throw new TypeError(`The engine "${model.engine}" predicts no stars.`);
  const known = trainingProfiles(training);
  const asked = trainingProfiles(tested);
  const predictions = asked.map(({ items }, user) => predicts.predict(known[user], items));
  const columnOf = (columns: readonly Float32Array[]) => Float32Array.from(columns.flatMap((column) => [...column]));
  const actual = columnOf(asked.map(({ stars }) => stars));
  const predicted = columnOf(predictions.map(({ mean }) => mean));
  return {
    rmse: rmse(predicted, actual),
    mae: mae(predicted, actual),
    coverage: coverage(
      columnOf(predictions.map(({ low }) => low)),
      columnOf(predictions.map(({ high }) => high)),
      actual,
    ),
  };
}
