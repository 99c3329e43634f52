// Values lie where such values can lie.
import type { Expectation } from "./expectation.types.ts";
import { asCount, asDecimal, asStars, asYear } from "./formats.ts";

/** The first films were made in the 1870s; announced ones are known some years ahead. */
export const firstYear = 1870;
export const yearsAhead = 10;
export const runtimeLimits = { low: 1, high: 900 } as const;

export const rangeExpectations: readonly Expectation[] = [
  {
    name: "stars",
    description: "Ratings lie between half a star and five stars, in half steps.",
    severity: "HARD",
    observe: ({ ratings: { halfStars } }) => halfStars && { low: halfStars.low / 2, high: halfStars.high / 2 },
    within: { low: 0.5, high: 5 },
    show: asStars,
  },
  {
    name: "years-of-films",
    description: "No film is older than film itself, or announced for more than ten years ahead.",
    severity: "HARD",
    observe: ({ movies }) => movies.years,
    within: ({ measuredAt }) => ({ low: firstYear, high: new Date(measuredAt).getUTCFullYear() + yearsAhead }),
    show: asYear,
  },
  {
    name: "runtimes",
    description: "Films last between a minute and fifteen hours.",
    severity: "SOFT",
    observe: ({ movies }) => movies.runtimes,
    within: runtimeLimits,
    show: (minutes) => `${asCount(minutes)} min`,
  },
  {
    name: "vote-averages",
    description: "Averages of other sites' votes lie between 0 and 10.",
    severity: "HARD",
    observe: ({ movies }) => movies.voteAverages,
    within: { low: 0, high: 10 },
    show: asDecimal,
  },
  {
    name: "theme-relevances",
    description: "How much a film is about a theme lies between 0 and 1.",
    severity: "HARD",
    observe: ({ movies }) => movies.themeRelevances,
    within: { low: 0, high: 1 },
    show: asDecimal,
  },
];
