// Differences from other catalogs that were looked at and are right as they are here.
import type { Difference } from "./compare-films.ts";
import lookedAt from "./looked-at.json" with { type: "json" };

const keyOf = ({ film, fact }: { readonly film: string; readonly fact: string }) => `${film} ${fact}`;
const known = new Set(lookedAt.map(keyOf));

/** Those that nobody has looked at. */
export function openDifferences(differences: readonly Difference[]): Difference[] {
  return differences.filter((difference) => !known.has(keyOf(difference)));
}

/** What was looked at and no longer differs: to be taken off the list. */
export function settled(differences: readonly Difference[]): string[] {
  const found = new Set(differences.map(keyOf));
  return [...known].filter((key) => !found.has(key));
}
