// An answer asks a model about one profile many times (scores, predictions, explanations): the costly part is done once.
import type { EngineProfile } from "./engine.types.ts";

/** `compute`, remembering its result for the profile object asked last; profiles are never mutated. */
export function rememberLast<Result>(compute: (profile: EngineProfile) => Result): (profile: EngineProfile) => Result {
  let last: { profile: EngineProfile; result: Result } | undefined;
  return (profile) => {
    if (last?.profile !== profile) last = { profile, result: compute(profile) };
    return last.result;
  };
}
