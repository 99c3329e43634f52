// What a model is that scores the items alike for every viewer.

import { checkProfile } from "../dataset/checked-dataset.ts";
import type { EngineName, Explanation, Model, Predicts } from "../engine.types.ts";

export interface Consensus {
  readonly engine: EngineName;
  readonly itemIds: Int32Array;
  /** One score per item: baseline + the item's features. */
  readonly scores: Float32Array;
  readonly baseline: number;
  readonly featuresOf: (item: number) => Explanation["features"];
  readonly predicts?: Predicts;
  readonly save: () => Uint8Array;
}

/** A model that gives everyone the same list; no rating of the viewer contributes. */
export function consensusModel({ scores, baseline, featuresOf, ...model }: Consensus): Model {
  return {
    ...model,
    recommends: {
      scoreItems(profile) {
        checkProfile(profile, scores.length);
        return scores.slice();
      },
    },
    explains: {
      explain: (_profile, item) => ({
        score: scores[item],
        baseline,
        contributions: [],
        features: featuresOf(item),
      }),
    },
  };
}
