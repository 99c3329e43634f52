// What names one thing names no other.
import type { Expectation } from "./expectation.types.ts";
import { asCount, asShare } from "./formats.ts";
import { shareOf } from "./shares.ts";

export const uniquenessExpectations: readonly Expectation[] = [
  {
    name: "film-keys-unique",
    description: "A source's name for a film belongs to one film.",
    severity: "HARD",
    observe: ({ movies }) => movies.repeatedKeys,
    within: { high: 0 },
    show: asCount,
  },
  {
    name: "slugs-unique",
    description: "No two films have the same address on the site.",
    severity: "HARD",
    observe: ({ movies }) => movies.repeatedSlugs,
    within: { high: 0 },
    show: asCount,
  },
  {
    name: "imdb-ids-unique",
    description: "No two films have the same IMDb id.",
    severity: "HARD",
    observe: ({ movies }) => movies.repeatedImdbIds,
    within: { high: 0 },
    show: asCount,
  },
  {
    name: "one-rating-each",
    description: "A viewer has one rating for a film, not several.",
    severity: "HARD",
    observe: ({ ratings }) => ratings.repeatedPairs,
    within: { high: 0 },
    show: asCount,
  },
  {
    name: "no-twins",
    description: "Hardly any film has both title and year of another one: such pairs may be one film stored twice.",
    severity: "SOFT",
    observe: ({ movies }) => shareOf(movies.twins, movies.count),
    within: { high: 0.01 },
    show: asShare,
  },
  {
    name: "overviews-of-their-own",
    description: "Hardly any overview stands under more than one film.",
    severity: "SOFT",
    observe: ({ movies }) => shareOf(movies.sharedOverviews, movies.withOverview),
    within: { high: 0.01 },
    show: asShare,
  },
];
