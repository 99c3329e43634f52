// Answers of pure functions that many ask for, as long as their snapshot is in use.
import type { Snapshot } from "./recommender.types.ts";

export type RecentResults<Key, Result> = (snapshot: Snapshot, key: Key, make: () => Result) => Result;

/** Remembers, for each snapshot, what was made for the `size` keys asked for last. */
export function recentResults<Key, Result>(size: number): RecentResults<Key, Result> {
  const ofSnapshot = new WeakMap<Snapshot, Map<Key, Result>>();
  return (snapshot, key, make) => {
    const results = ofSnapshot.get(snapshot) ?? new Map<Key, Result>();
    ofSnapshot.set(snapshot, results);
    const result = results.get(key) ?? make();
    // Put last; the first is then the one that was not asked for longest.
    results.delete(key);
    results.set(key, result);
    if (results.size > size) results.delete(results.keys().next().value!);
    return result;
  };
}
