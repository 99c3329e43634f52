/** How two films were found to be one, surest first. */
export type MatchRule =
  | "source key"
  | "IMDb or TMDB id"
  | "title and year"
  | "other title and year"
  | "title, a year off"
  | "part of the title and year";

export const unpaired = -1;

/** Pairs of films of two lists, by their indexes. */
export interface Pairs {
  /** The fresh film of each known one, or `unpaired`. */
  readonly freshOf: Int32Array;
  /** The known film of each fresh one, of several the first, or `unpaired`. */
  readonly knownOf: Int32Array;
  /** By known film. */
  readonly rules: (MatchRule | null)[];
  add(known: number, fresh: number, rule: MatchRule): void;
}

export function createPairs(knownCount: number, freshCount: number): Pairs {
  const freshOf = new Int32Array(knownCount).fill(unpaired);
  const knownOf = new Int32Array(freshCount).fill(unpaired);
  const rules: (MatchRule | null)[] = new Array(knownCount).fill(null);
  return {
    freshOf,
    knownOf,
    rules,
    add(known, fresh, rule) {
      freshOf[known] = fresh;
      rules[known] = rule;
      if (knownOf[fresh] === unpaired) knownOf[fresh] = known;
    },
  };
}
