// The whole looks the way such data looks. Judged from 1,000 ratings on: fewer may look like anything.
import type { DataFacts } from "./data-facts.types.ts";
import type { Expectation } from "./expectation.types.ts";
import { asCount, asDecimal, asShare, asStars } from "./formats.ts";
import { distanceOf, shareOf, sum } from "./shares.ts";

const enoughRatings = 1_000;

function meanStars({ ratings: { histogram } }: DataFacts): number | null {
  return shareOf(sum(histogram.map((count, bin) => (count * (bin + 1)) / 2)), sum(histogram), enoughRatings);
}

export const distributionExpectations: readonly Expectation[] = [
  {
    name: "mean-stars",
    description: "The mean of all ratings is neither that of a scale read wrong nor of praise for everything.",
    severity: "SOFT",
    observe: meanStars,
    within: { low: 2.5, high: 4.5 },
    show: (value) => asStars(Number(asDecimal(value))),
  },
  {
    name: "stars-given",
    description: "At least four different numbers of stars are in use, each by one rating in two hundred or more.",
    severity: "SOFT",
    observe: ({ ratings: { count, histogram } }) =>
      count < enoughRatings ? null : histogram.filter((bin) => bin >= count / 200).length,
    within: { low: 4 },
    show: asCount,
  },
  {
    name: "no-stars-for-all",
    description: "No number of stars makes up most of the ratings.",
    severity: "SOFT",
    observe: ({ ratings: { count, histogram } }) => shareOf(Math.max(...histogram), count, enoughRatings),
    within: { high: 0.6 },
    show: asShare,
  },
  {
    name: "no-viewer-dominates",
    description: "No viewer gave more than a twentieth of all ratings.",
    severity: "SOFT",
    observe: ({ ratings }) => shareOf(ratings.largestViewer, ratings.count, enoughRatings),
    within: { high: 0.05 },
    show: asShare,
  },
  {
    name: "viewers-tell-apart",
    description: "Hardly any rating comes from somebody who gave the same stars to over a hundred films.",
    severity: "SOFT",
    observe: ({ ratings }) => shareOf(ratings.constantRatings, ratings.count, enoughRatings),
    within: { high: 0.01 },
    show: asShare,
  },
  {
    name: "stars-as-before",
    description: "The stars are spread as after the last import: moved is at most a tenth of the ratings.",
    severity: "SOFT",
    observe: ({ ratings, previous }) =>
      previous && ratings.count >= enoughRatings ? distanceOf(ratings.histogram, previous.histogram) : null,
    within: { high: 0.1 },
    show: asShare,
  },
  {
    name: "films-stay",
    description: "There are at least as many films as after the last import.",
    severity: "SOFT",
    observe: ({ movies, previous }) => previous && movies.count,
    within: ({ previous }) => ({ low: previous?.movieCount ?? 1 }),
    show: asCount,
  },
];
