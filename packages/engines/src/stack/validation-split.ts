// Ratings held out of the training, for fitting a stack's weights on.
import { selectRows } from "../dataset/dataset-rows.ts";
import { createRandom, shuffledIndexes } from "../dataset/random.ts";
import { groupByUser } from "../dataset/rating-rows.ts";
import { trainingProfiles } from "../dataset/training-profiles.ts";
import type { Dataset, EngineProfile } from "../engine.types.ts";

export interface ValidationSplit {
  readonly training: Dataset;
  /** A seeded sample of the users with held-out ratings. */
  readonly users: readonly ValidationUser[];
}

export interface ValidationUser {
  /** What is left of the user's ratings. */
  readonly known: EngineProfile;
  readonly heldOut: EngineProfile;
}

export interface ValidationOptions {
  /** Of each user's ratings, rounded down. */
  readonly share: number;
  /** At most. */
  readonly users: number;
  readonly seed: number;
}

export function splitForValidation(dataset: Dataset, { share, users, seed }: ValidationOptions): ValidationSplit {
  const random = createRandom(seed);
  const { starts, rows } = groupByUser(dataset);
  const isHeldOut = new Uint8Array(rows.length);
  for (let user = 0; user < dataset.userCount; user++) {
    const count = starts[user + 1] - starts[user];
    for (const entry of shuffledIndexes(count, random).subarray(0, Math.floor(count * share))) {
      isHeldOut[rows[starts[user] + entry]] = 1;
    }
  }
  const all = Int32Array.from(rows.keys());
  const training = selectRows(
    dataset,
    all.filter((row) => isHeldOut[row] === 0),
  );
  const heldOut = trainingProfiles(
    selectRows(
      dataset,
      all.filter((row) => isHeldOut[row] === 1),
    ),
  );
  const known = trainingProfiles(training);
  const sample = [...shuffledIndexes(dataset.userCount, random)].filter((user) => heldOut(user).items.length > 0);
  return {
    training,
    users: sample.slice(0, users).map((user) => ({ known: known(user), heldOut: heldOut(user) })),
  };
}
