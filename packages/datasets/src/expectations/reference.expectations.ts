// What points at something points at something that is there.
import type { Expectation } from "./expectation.types.ts";
import { asCount } from "./formats.ts";

export const referenceExpectations: readonly Expectation[] = [
  {
    name: "ratings-of-films",
    description: "Every rating is of a film there is.",
    severity: "HARD",
    observe: ({ ratings }) => ratings.ofUnknownMovies,
    within: { high: 0 },
    show: asCount,
  },
  {
    name: "ratings-by-viewers",
    description: "Every rating is by a viewer there is.",
    severity: "HARD",
    observe: ({ ratings }) => ratings.ofUnknownViewers,
    within: { high: 0 },
    show: asCount,
  },
  {
    name: "totals-of-films",
    description: "Count and sum kept with each film are those of its ratings.",
    severity: "HARD",
    observe: ({ movies }) => movies.wrongTotals,
    within: { high: 0 },
    show: asCount,
  },
  {
    name: "films-of-sources",
    description: "Every film has a name in some source, so that the next import finds it again.",
    severity: "SOFT",
    observe: ({ movies }) => movies.withoutKey,
    within: { high: 0 },
    show: asCount,
  },
  {
    name: "imdb-links",
    description: 'IMDb ids have the form of one: "tt" and seven or eight digits.',
    severity: "SOFT",
    observe: ({ movies }) => movies.malformedImdbIds,
    within: { high: 0 },
    show: asCount,
  },
];
