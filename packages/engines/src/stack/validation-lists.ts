// What the members of a stack rank first for users whose held-out ratings are known.
import type { Model } from "../engine.types.ts";
import { topItems } from "../model/top-items.ts";
import { ratedItems, standardizationOf } from "./standardized-scores.ts";
import type { ValidationUser } from "./validation-split.ts";

/** One user's candidates: the union of what each member ranks first, with every member's standardized scores. */
export interface ValidationList {
  /** 1 where the candidate was held out. */
  readonly relevant: Uint8Array;
  readonly relevantCount: number;
  /** One row per member. */
  readonly scores: readonly Float32Array[];
}

/** Items further down than this in every member's list would not reach the top of any blend. */
const candidatesPerMember = 100;

export function validationList(models: readonly Model[], { known, heldOut }: ValidationUser): ValidationList {
  const scored = models.map((model) => model.recommends!.scoreItems(known));
  const excluded = ratedItems(known.items, scored[0].length);
  const first = scored.flatMap((scores) => [...topItems(scores, { limit: candidatesPerMember, excluded }).items]);
  const candidates = [...new Set(first)].sort((a, b) => a - b);
  const wanted = new Set(heldOut.items);
  return {
    relevant: Uint8Array.from(candidates, (item) => (wanted.has(item) ? 1 : 0)),
    relevantCount: heldOut.items.length,
    scores: scored.map((scores) => {
      const { mean, deviation } = standardizationOf(scores, excluded);
      return Float32Array.from(candidates, (item) => (scores[item] - mean) / deviation);
    }),
  };
}
