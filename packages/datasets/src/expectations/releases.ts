// What GroupLens says of its stable releases; ml-latest and ml-latest-small change under their names.

export interface Release {
  readonly ratingCount: number;
  /** The day of the newest rating. */
  readonly lastDay: string;
}

export const releases: ReadonlyMap<string, Release> = new Map([
  ["ml-100k", { ratingCount: 100_000, lastDay: "1998-04-22" }],
  ["ml-1m", { ratingCount: 1_000_209, lastDay: "2003-02-28" }],
  ["ml-10m", { ratingCount: 10_000_054, lastDay: "2009-01-05" }],
  ["ml-20m", { ratingCount: 20_000_263, lastDay: "2015-03-31" }],
  ["ml-25m", { ratingCount: 25_000_095, lastDay: "2019-11-21" }],
  ["ml-32m", { ratingCount: 32_000_204, lastDay: "2023-10-12" }],
  // the edition of September 2018, which has been the latest since
  ["ml-latest-small", { ratingCount: 100_836, lastDay: "2018-09-24" }],
]);
