import type { CatalogMovie } from "../catalog.types.ts";
import type { Findings } from "../readers/findings.ts";
import { otherKeys } from "./film-index.ts";
import { type Pairs, unpaired } from "./film-pairs.ts";
import { titleKey } from "./title-keys.ts";

const text = ({ title, year }: CatalogMovie) => `${title} (${year ?? "no year"})`;

/** A film that a source named before under the same key is that film, whatever else changed. */
export function pairByKeys(
  known: readonly CatalogMovie[],
  fresh: readonly CatalogMovie[],
  pairs: Pairs,
  findings: Findings,
): void {
  const byKey = new Map<string, number>();
  for (const [index, { keys }] of known.entries()) {
    for (const source in keys) byKey.set(`${source} ${keys[source]}`, index);
  }
  for (const [index, film] of fresh.entries()) {
    const found = Object.entries(film.keys).flatMap(([source, key]) => byKey.get(`${source} ${key}`) ?? []);
    const first = found.find((candidate) => pairs.freshOf[candidate] === unpaired);
    if (first === undefined) continue;
    if (new Set(found).size > 1)
      findings.add("film stored twice under keys of several sources: kept apart", text(film));
    pairs.add(first, index, "source key");
  }
}

/** Films that share an id, unless another id of theirs differs: then titles and years must agree, too. */
export function pairByIds(
  known: readonly CatalogMovie[],
  fresh: readonly CatalogMovie[],
  pairs: Pairs,
  findings: Findings,
): void {
  const byImdb = groupBy(known, ({ imdbId }) => imdbId);
  const byTmdb = groupBy(known, ({ tmdbId }) => tmdbId);
  for (const [index, film] of fresh.entries()) {
    if (pairs.knownOf[index] !== unpaired) continue;
    const found = [...(byImdb.get(film.imdbId ?? "") ?? []), ...(byTmdb.get(film.tmdbId ?? 0) ?? [])];
    const free = [...new Set(found)].filter((candidate) => pairs.freshOf[candidate] === unpaired);
    if (free.length === 0) continue;
    const isSure = free.length === 1 && !contradict(known[free[0]], film);
    const chosen = isSure ? free : free.filter((candidate) => haveSameName(known[candidate], film));
    if (!isSure) {
      const outcome = chosen.length === 1 ? "title and year decide" : "kept apart";
      findings.add(`IMDb and TMDB ids contradict each other: ${outcome}`, text(film));
    }
    if (chosen.length === 1) pairs.add(chosen[0], index, "IMDb or TMDB id");
  }
}

/** Whether two films have different ids of one kind. */
export function contradict(one: CatalogMovie, other: CatalogMovie): boolean {
  const differ = <Id>(a: Id | null, b: Id | null) => a !== null && b !== null && a !== b;
  return differ(one.imdbId, other.imdbId) || differ(one.tmdbId, other.tmdbId);
}

function haveSameName(one: CatalogMovie, other: CatalogMovie): boolean {
  const keys = new Set([titleKey(one.title), ...otherKeys(one)]);
  const isNear = one.year !== null && other.year !== null && Math.abs(one.year - other.year) <= 1;
  return isNear && [titleKey(other.title), ...otherKeys(other)].some((key) => keys.has(key));
}

function groupBy<Id>(films: readonly CatalogMovie[], idOf: (film: CatalogMovie) => Id | null): Map<Id, number[]> {
  const groups = new Map<Id, number[]>();
  for (const [index, film] of films.entries()) {
    const id = idOf(film);
    if (id === null) continue;
    const group = groups.get(id);
    if (group) group.push(index);
    else groups.set(id, [index]);
  }
  return groups;
}
