// There is enough to work with.
import type { Expectation } from "./expectation.types.ts";
import { asCount, asShare } from "./formats.ts";
import { shareOf } from "./shares.ts";

export const completenessExpectations: readonly Expectation[] = [
  {
    name: "films-are-there",
    description: "There are films.",
    severity: "HARD",
    observe: ({ movies }) => movies.count,
    within: { low: 1 },
    show: asCount,
  },
  {
    name: "ratings-are-there",
    description: "There are ratings; without any, search and similar films work, but nothing personal does.",
    severity: "SOFT",
    observe: ({ ratings }) => ratings.count,
    within: { low: 1 },
    show: asCount,
  },
  {
    name: "films-have-titles",
    description: "Every film has a title.",
    severity: "HARD",
    observe: ({ movies }) => movies.withoutTitle,
    within: { high: 0 },
    show: asCount,
  },
  {
    name: "texts-readable",
    description: "No title or overview has signs that could not be decoded.",
    severity: "SOFT",
    observe: ({ movies }) => movies.undecodable,
    within: { high: 0 },
    show: asCount,
  },
  {
    name: "films-have-years",
    description: "At least 95 % of the films have a year.",
    severity: "SOFT",
    observe: ({ movies }) => shareOf(movies.withYear, movies.count),
    within: { low: 0.95 },
    show: asShare,
  },
  {
    name: "films-have-genres",
    description: "At least 85 % of the films have a genre.",
    severity: "SOFT",
    observe: ({ movies }) => shareOf(movies.withGenres, movies.count),
    within: { low: 0.85 },
    show: asShare,
  },
  {
    name: "overviews-say-something",
    description: "Hardly any overview is shorter than 40 characters.",
    severity: "SOFT",
    observe: ({ movies }) => shareOf(movies.shortOverviews, movies.withOverview),
    within: { high: 0.02 },
    show: asShare,
  },
  {
    name: "ratings-have-texts",
    description:
      "At least half of the ratings are of a film with an overview, which semantic search and explanations need.",
    severity: "SOFT",
    observe: ({ ratings }) => shareOf(ratings.withOverview, ratings.count),
    within: { low: 0.5 },
    show: asShare,
  },
  {
    name: "ratings-have-texts-and-cast",
    description: "At least half of the ratings are of a film with an overview and a cast.",
    severity: "SOFT",
    observe: ({ ratings }) => shareOf(ratings.withOverviewAndCast, ratings.count),
    within: { low: 0.5 },
    show: asShare,
  },
];
