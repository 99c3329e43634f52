// An answer asks a model about one profile many times (scores, predictions, explanations): the costly part is done once.
import type { EngineProfile } from "../engine.types.ts";

/** `compute`, remembering each profile object's result as long as the object lives; profiles are never mutated. */
export function rememberProfiles<Result>(
  compute: (profile: EngineProfile) => Result,
): (profile: EngineProfile) => Result {
  const results = new WeakMap<EngineProfile, Result>();
  return (profile) => {
    const known = results.get(profile);
    if (known !== undefined) return known;
    const result = compute(profile);
    results.set(profile, result);
    return result;
  };
}
