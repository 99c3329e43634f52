// Judges predicted stars.
import { groupByUser, trainingProfiles } from "@matinee/engines";
import type { Fold } from "../dataset/fold.ts";
import type { UserSums } from "../metrics/paired-bootstrap.ts";
import { inversePropensities } from "../metrics/propensity.ts";
import { coverage, debiasedRmse, intervalWidth, likeAccuracy, mae, rmse } from "../metrics/rating-metrics.ts";
import type { JudgedModel } from "./judged-engine.ts";

/** Over all tested ratings; the definitions are in rating-metrics.ts. */
export interface RatingMetrics {
  readonly rmse: number;
  readonly mae: number;
  readonly likeAccuracy: number;
  readonly debiasedRmse: number;
  /** Share of the tested stars within their predicted interval. */
  readonly intervalCoverage: number;
  readonly intervalWidth: number;
}

export interface MeasuredRatings {
  readonly metrics: RatingMetrics;
  /** The squared errors of each user: RMSE taken apart. */
  readonly users: UserSums;
}

/** A model's errors on the tested ratings, its users folded in from the known ones. Throws if it predicts no stars. */
export function measureRatings(model: JudgedModel, { training, known = training, tested }: Fold): MeasuredRatings {
  const { predicts } = model;
  if (!predicts) throw new TypeError(`The engine "${model.engine}" predicts no stars.`);
  const profileOf = trainingProfiles(known);
  const { starts, columns, stars } = groupByUser(tested);
  const predicted = new Float32Array(stars.length);
  const low = new Float32Array(stars.length);
  const high = new Float32Array(stars.length);
  const sums = new Float64Array(tested.userCount);
  const counts = new Float64Array(tested.userCount);
  for (let user = 0; user < tested.userCount; user++) {
    const [start, end] = [starts[user], starts[user + 1]];
    if (start === end) continue;
    const predictions = predicts.predict(profileOf(user), columns.subarray(start, end));
    predicted.set(predictions.mean, start);
    low.set(predictions.low, start);
    high.set(predictions.high, start);
    for (let entry = start; entry < end; entry++) sums[user] += (predicted[entry] - stars[entry]) ** 2;
    counts[user] = end - start;
  }
  const weightOf = inversePropensities(training);
  return {
    metrics: {
      rmse: rmse(predicted, stars),
      mae: mae(predicted, stars),
      likeAccuracy: likeAccuracy(predicted, stars),
      debiasedRmse: debiasedRmse(
        predicted,
        stars,
        Float64Array.from(columns, (item) => weightOf[item]),
      ),
      intervalCoverage: coverage(low, high, stars),
      intervalWidth: intervalWidth(low, high),
    },
    users: { sums, counts, isRoot: true },
  };
}
