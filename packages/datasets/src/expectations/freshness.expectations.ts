// Times are possible, and what was published is all there.
import type { DataFacts } from "./data-facts.types.ts";
import type { Expectation } from "./expectation.types.ts";
import { asCount, asDay, asShare } from "./formats.ts";
import { releases } from "./releases.ts";
import { shareOf } from "./shares.ts";

const dayMs = 86_400_000;
/** Nobody rated films on the web before. */
const firstDay = Date.UTC(1993, 0, 1);

/** The worst of the stored releases whose figures are known; null without any. */
function lowestOfReleases(
  { sources }: DataFacts,
  measure: (source: DataFacts["sources"][number], release: { ratingCount: number; lastDay: string }) => number,
): number | null {
  const measured = sources.flatMap((source) => {
    const release = releases.get(source.source);
    return release ? [measure(source, release)] : [];
  });
  return measured.length === 0 ? null : Math.min(...measured);
}

export const freshnessExpectations: readonly Expectation[] = [
  {
    name: "no-rating-of-tomorrow",
    description: "No rating was given in the future; a day is left for clocks that differ.",
    severity: "HARD",
    observe: ({ ratings }) => ratings.times?.high ?? null,
    within: ({ measuredAt }) => ({ high: measuredAt + dayMs }),
    show: asDay,
  },
  {
    name: "no-rating-before-the-web",
    description: "No rating is older than rating films on the web.",
    severity: "SOFT",
    observe: ({ ratings }) => ratings.times?.low ?? null,
    within: { low: firstDay },
    show: asDay,
  },
  {
    name: "films-out-before-rated",
    description: "Hardly any film was rated more than a year before it came out, which would mean a wrong year.",
    severity: "SOFT",
    observe: ({ movies }) => shareOf(movies.ratedTooEarly, movies.count),
    within: { high: 0.01 },
    show: asShare,
  },
  {
    name: "releases-whole",
    description: "Of a data set whose size is published, at least 99 % of the ratings are there.",
    severity: "SOFT",
    observe: (facts) => lowestOfReleases(facts, ({ ratingCount }, release) => ratingCount / release.ratingCount),
    within: { low: 0.99 },
    show: asShare,
  },
  {
    name: "releases-to-their-end",
    description: "Of such a data set the newest rating is at most 30 days older than its last day.",
    severity: "SOFT",
    observe: (facts) => {
      const late = lowestOfReleases(facts, ({ newest }, { lastDay }) =>
        Math.floor((newest - Date.parse(lastDay)) / dayMs),
      );
      return late === null ? null : Math.max(0, -late);
    },
    within: { high: 30 },
    show: (days) => `${asCount(days)} days`,
  },
];
