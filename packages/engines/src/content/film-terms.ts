// Everything known of the films as one table of terms: attribute by attribute, counts in one byte.

import { countKeys } from "../dataset/rating-rows.ts";
import type { Attribute, Dataset } from "../engine.types.ts";
import { softBins } from "./soft-bins.ts";

/** The attributes a film is compared by, in the order of their terms. */
export const attributeNames = ["plot", "cast", "crew", "genre", "theme", "year", "rating", "votes"] as const;
export type AttributeName = (typeof attributeNames)[number];

/** Compressed sparse rows, one per item; within a row, attributes in the order of `attributeNames`. */
export interface FilmTerms {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  /** How often the film has the term, at most 255; for a bin its membership in 255ths. */
  readonly counts: Uint8Array;
  /** "cast: Sigourney Weaver", "year: about 1980" */
  readonly terms: readonly string[];
  /** Attribute a has the terms from termStarts[a] to termStarts[a + 1]. */
  readonly termStarts: Int32Array;
  /** Inverse document frequency of each term, 1 where none is applied. */
  readonly rarity: Float32Array;
}

/** Ratings of the mean of all that a film's average starts with. */
const priorCount = 5;

const yearBins = { from: 1880, step: 10, count: 17, label: (year: number) => `about ${year}` };
const ratingBins = { from: 2, step: 0.25, count: 13, label: (stars: number) => `about ${stars}` };
const voteBins = { from: 0, step: 0.5, count: 13, label: (log: number) => `about ${Math.round(10 ** log)}` };

/** Words of plots that fewer than `minimumFilms` films have are left out. */
export function filmTerms(dataset: Dataset, minimumFilms: number): FilmTerms {
  const { itemCount } = dataset;
  const derived = derivedAttributes(dataset);
  const known = [...derived, ...(dataset.itemAttributes ?? [])];
  const attributes = attributeNames.map((name) => {
    const attribute = known.find((each) => each.name === name) ?? noTerms(name, itemCount);
    return name === "plot" ? withoutRareTerms(attribute, minimumFilms) : attribute;
  });
  return joinAttributes(attributes, derived, itemCount);
}

function noTerms(name: string, itemCount: number): Attribute {
  const starts = new Int32Array(itemCount + 1);
  return { name, terms: [], starts, columns: new Int32Array(0), counts: new Float32Array(0) };
}

/** Year, rating and number of votes; films of unknown year or without ratings have none. */
function derivedAttributes({ itemCount, items, stars, itemYears }: Dataset): readonly Attribute[] {
  const votes = countKeys(items, itemCount);
  const sums = new Float64Array(itemCount);
  for (let row = 0; row < stars.length; row++) sums[items[row]] += stars[row];
  const mean = sums.reduce((total, sum) => total + sum, 0) / stars.length;
  const averages = sums.map((sum, item) =>
    votes[item] > 0 ? (sum + mean * priorCount) / (votes[item] + priorCount) : Number.NaN,
  );
  const years = Float64Array.from(sums, (_, item) => itemYears?.[item] || Number.NaN);
  const logarithms = Float64Array.from(votes, (count) => (count > 0 ? Math.log10(count) : Number.NaN));
  return [
    softBins("year", years, yearBins),
    softBins("rating", averages, ratingBins),
    softBins("votes", logarithms, voteBins),
  ];
}

function withoutRareTerms({ name, terms, starts, columns, counts }: Attribute, minimumFilms: number): Attribute {
  const films = countKeys(columns, terms.length);
  const keptTerms = Int32Array.from(terms.keys()).filter((term) => films[term] >= minimumFilms);
  const newIndex = new Int32Array(terms.length).fill(-1);
  keptTerms.forEach((term, index) => {
    newIndex[term] = index;
  });
  const keptStarts = new Int32Array(starts.length);
  let kept = 0;
  for (let row = 0; row + 1 < starts.length; row++) {
    for (let entry = starts[row]; entry < starts[row + 1]; entry++) if (newIndex[columns[entry]] >= 0) kept++;
    keptStarts[row + 1] = kept;
  }
  const isKept = (_: number, entry: number) => newIndex[columns[entry]] >= 0;
  return {
    name,
    terms: Array.from(keptTerms, (term) => terms[term]),
    starts: keptStarts,
    columns: columns.filter(isKept).map((term) => newIndex[term]),
    counts: counts.filter(isKept),
  };
}

function joinAttributes(attributes: readonly Attribute[], binned: readonly Attribute[], itemCount: number): FilmTerms {
  const termStarts = new Int32Array(attributes.length + 1);
  attributes.forEach(({ terms }, index) => {
    termStarts[index + 1] = termStarts[index] + terms.length;
  });
  const length = attributes.reduce((sum, { columns }) => sum + columns.length, 0);
  const starts = new Int32Array(itemCount + 1);
  const columns = new Int32Array(length);
  const counts = new Uint8Array(length);
  let entry = 0;
  for (let item = 0; item < itemCount; item++) {
    for (const [index, attribute] of attributes.entries()) {
      const unit = binned.includes(attribute) ? 255 : 1;
      for (let from = attribute.starts[item]; from < attribute.starts[item + 1]; from++) {
        columns[entry] = termStarts[index] + attribute.columns[from];
        counts[entry++] = Math.min(255, Math.max(1, Math.round(unit * attribute.counts[from])));
      }
    }
    starts[item + 1] = entry;
  }
  return {
    starts,
    columns,
    counts,
    terms: attributes.flatMap(({ name, terms }) => terms.map((term) => `${name}: ${term}`)),
    termStarts,
    rarity: rarityOf(columns, termStarts, itemCount),
  };
}

/** ln((1 + films) / (1 + films with the term)) + 1 for words of plots, 1 for all others. */
function rarityOf(columns: Int32Array, termStarts: Int32Array, itemCount: number): Float32Array {
  const plot = attributeNames.indexOf("plot");
  const [plotStart, plotEnd] = [termStarts[plot], termStarts[plot + 1]];
  const films = countKeys(columns, termStarts[attributeNames.length]);
  return Float32Array.from(films, (count, term) =>
    term >= plotStart && term < plotEnd ? Math.log((1 + itemCount) / (1 + count)) + 1 : 1,
  );
}
