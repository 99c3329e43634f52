// What predicts the vectors of users or items beyond themselves: whom they are rated with, and what is known of them.
import type { RatingRows } from "../dataset/rating-rows.ts";
import type { Attribute } from "../engine.types.ts";

/** Features of one kind. A row's prediction is the sum of its features' vectors times 1/√(how many of the kind it has). */
export interface FeatureBlock {
  readonly name: string;
  readonly terms: readonly string[];
  readonly featureCount: number;
  /** For each feature the rows that have it. */
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  /** 1/√n of each row. */
  readonly scales: Float32Array;
}

export const implicitName = "implicit";

/** The sets of SVD++: a user's features are the items he rated, an item's the users who rated it. */
export function implicitFeatures(rows: RatingRows, columns: RatingRows): FeatureBlock {
  return {
    name: implicitName,
    terms: [],
    featureCount: columns.starts.length - 1,
    starts: columns.starts,
    columns: columns.columns,
    scales: inverseRoots(rows.starts),
  };
}

/** The terms of an attribute. */
export function attributeFeatures({ name, terms, starts, columns }: Attribute): FeatureBlock {
  const featureStarts = new Int32Array(terms.length + 1);
  for (const term of columns) featureStarts[term + 1]++;
  for (let term = 0; term < terms.length; term++) featureStarts[term + 1] += featureStarts[term];
  const next = featureStarts.slice(0, terms.length);
  const rows = new Int32Array(columns.length);
  for (let row = 0; row + 1 < starts.length; row++) {
    for (let at = starts[row]; at < starts[row + 1]; at++) rows[next[columns[at]]++] = row;
  }
  return {
    name,
    terms,
    featureCount: terms.length,
    starts: featureStarts,
    columns: rows,
    scales: inverseRoots(starts),
  };
}

function inverseRoots(starts: Int32Array): Float32Array {
  return Float32Array.from(
    { length: starts.length - 1 },
    (_, row) => 1 / Math.sqrt(Math.max(1, starts[row + 1] - starts[row])),
  );
}

const yearBins = 20;

/** The items' years in bins of about equally many ratings, as an attribute; 0 is unknown and has no term. */
export function yearAttribute(years: Int16Array, counts: Int32Array): Attribute {
  const ratingsOf = new Map<number, number>();
  years.forEach((year, item) => {
    if (year !== 0) ratingsOf.set(year, (ratingsOf.get(year) ?? 0) + counts[item]);
  });
  const known = [...ratingsOf].sort(([a], [b]) => a - b);
  const total = known.reduce((sum, [, ratings]) => sum + ratings, 0);
  const binOf = new Map<number, number>();
  let before = 0;
  for (const [year, ratings] of known) {
    binOf.set(year, Math.min(yearBins - 1, Math.floor((yearBins * (before + ratings / 2)) / Math.max(1, total))));
    before += ratings;
  }
  const starts = new Int32Array(years.length + 1);
  years.forEach((year, item) => {
    starts[item + 1] = starts[item] + (year === 0 ? 0 : 1);
  });
  const columns = Int32Array.from(
    years.filter((year) => year !== 0),
    (year) => binOf.get(year)!,
  );
  return {
    name: "year",
    terms: Array.from({ length: yearBins }, (_, bin) => `bin ${bin + 1}`),
    starts,
    columns,
    counts: new Float32Array(columns.length).fill(1),
  };
}
