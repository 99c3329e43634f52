import type { CatalogMovie } from "../catalog.types.ts";
import type { Findings } from "../readers/findings.ts";
import { createPairs, type Pairs } from "./film-pairs.ts";
import { pairByIds, pairByKeys } from "./match-by-ids.ts";
import { pairByTitles } from "./match-by-titles.ts";

/**
 * Which films of two lists are the same: by the sources' own keys, then by IMDb and TMDB ids, then by titles and
 * years. A film found by one rule is out of reach for the next; what is ambiguous stays apart, and so do films whose
 * ids contradict each other.
 */
export function matchFilms(known: readonly CatalogMovie[], fresh: readonly CatalogMovie[], findings: Findings): Pairs {
  const pairs = createPairs(known.length, fresh.length);
  pairByKeys(known, fresh, pairs, findings);
  pairByIds(known, fresh, pairs, findings);
  pairByTitles(known, fresh, pairs);
  return pairs;
}
