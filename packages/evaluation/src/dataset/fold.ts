// One test of an engine: what it learns from, what it is asked with, what it is judged on.
import { type Dataset, selectRows } from "@matinee/engines";
import type { Split } from "../splits/split.types.ts";

/** Users and items have the same indexes in all parts. */
export interface Fold {
  readonly training: Dataset;
  /** The ratings that users are folded in from and that their lists leave out; those of `training` when not named. */
  readonly known?: Dataset;
  readonly tested: Dataset;
  /**
   * Of simulated ratings alone: the probability of each item to be the user's next, user by user. Whoever ranks by it knows
   * all that can be known.
   */
  readonly planted?: Float32Array;
}

/** Throws RangeError for a split that trains on nothing or tests nothing. */
export function foldOf(dataset: Dataset, { train, known, test }: Split): Fold {
  if (train.length === 0 || test.length === 0) {
    throw new RangeError(
      `Of ${dataset.stars.length} ratings ${train.length} are trained on and ${test.length} tested: there are too few for this split.`,
    );
  }
  return {
    training: selectRows(dataset, train),
    ...(known && { known: selectRows(dataset, known) }),
    tested: selectRows(dataset, test),
  };
}
