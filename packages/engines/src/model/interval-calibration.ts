// How far a model's predictions for folded-in viewers miss on ratings it has not seen, by the size of the profile.
import { selectRows } from "../dataset/dataset-rows.ts";
import { type Random, shuffledIndexes } from "../dataset/random.ts";
import { groupByUser } from "../dataset/rating-rows.ts";
import type { Dataset, EngineProfile } from "../engine.types.ts";
import { clampStars, type ResidualQuantiles, residualQuantiles } from "./residual-quantiles.ts";

/** Profile sizes that errors are measured at. */
const profileSizes = [0, 3, 10, 30, 100];
const maximumUsers = 500;

/** Stars for each item asked, unbounded, for a viewer folded in from the profile. */
export type PredictStars = (profile: EngineProfile, items: Int32Array) => Float32Array;

/** One entry per measured profile size, sizes ascending. */
export interface Calibration {
  readonly sizes: Int32Array;
  readonly lows: Float32Array;
  readonly highs: Float32Array;
}

/** Splits the rows at random into a part to train on and a tenth to measure errors on. */
export function splitForCalibration(dataset: Dataset, random: Random): { training: Dataset; heldOut: Dataset } {
  const order = shuffledIndexes(dataset.stars.length, random);
  const border = Math.ceil(order.length * 0.9);
  const take = (rows: Int32Array) => selectRows(dataset, rows.sort());
  return { training: take(order.slice(0, border)), heldOut: take(order.slice(border)) };
}

/**
 * Errors on the held-out ratings of up to 500 users, each folded in from a random 0, 3, 10, 30 and 100 (or all) of his
 * training ratings by a model that has not seen the held-out ones. A size that too few users reach is left out.
 */
export function calibrate(predict: PredictStars, training: Dataset, heldOut: Dataset, random: Random): Calibration {
  const known = groupByUser(training);
  const asked = groupByUser(heldOut);
  const users = shuffledIndexes(training.userCount, random)
    .filter((user) => asked.starts[user + 1] > asked.starts[user])
    .slice(0, maximumUsers);
  const measured = profileSizes.map((size) => {
    const errors: number[] = [];
    for (const user of users) {
      const start = known.starts[user];
      const available = known.starts[user + 1] - start;
      if (available < size) continue;
      const chosen = shuffledIndexes(available, random).slice(0, size);
      const profile: EngineProfile = {
        items: chosen.map((entry) => known.columns[start + entry]),
        stars: Float32Array.from(chosen, (entry) => known.stars[start + entry]),
        ratedAt: new Float64Array(size),
      };
      const truth = asked.stars.subarray(asked.starts[user], asked.starts[user + 1]);
      const items = asked.columns.subarray(asked.starts[user], asked.starts[user + 1]);
      predict(profile, items).forEach((stars, row) => {
        errors.push(truth[row] - clampStars(stars));
      });
    }
    return { size, errorCount: errors.length, ...residualQuantiles(Float32Array.from(errors)) };
  });
  const kept = measured.filter(({ size, errorCount }) => size === 0 || errorCount >= 100);
  return {
    sizes: Int32Array.from(kept, ({ size }) => size),
    lows: Float32Array.from(kept, ({ low }) => low),
    highs: Float32Array.from(kept, ({ high }) => high),
  };
}

/** The quantiles for a profile of this size, between two measured sizes linear in log(1 + size). */
export function quantilesFor(size: number, { sizes, lows, highs }: Calibration): ResidualQuantiles {
  const next = sizes.findIndex((measured) => measured >= size);
  if (next <= 0) {
    const nearest = next === 0 ? 0 : sizes.length - 1;
    return { low: lows[nearest], high: highs[nearest] };
  }
  const [before, after, here] = [sizes[next - 1], sizes[next], size].map(Math.log1p);
  const share = (here - before) / (after - before);
  return {
    low: lows[next - 1] + share * (lows[next] - lows[next - 1]),
    high: highs[next - 1] + share * (highs[next] - highs[next - 1]),
  };
}
