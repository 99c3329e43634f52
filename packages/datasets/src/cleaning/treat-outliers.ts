// Facts that cannot be are left empty, where another source may fill them in; the film stays.
import type { SourceMovie } from "../dataset.types.ts";
import { firstYear, runtimeLimits, yearsAhead } from "../expectations/range.expectations.ts";
import type { Treatment } from "./treatment.types.ts";

interface OutlierRule {
  readonly rule: string;
  readonly isOutlier: (movie: SourceMovie, lastYear: number) => boolean;
  readonly mended: Partial<SourceMovie>;
}

const placeholder = /^(?:n\/?a|none|null|unknown|add a plot.*|no (?:overview|plot|description).*)$/i;

const rules: readonly OutlierRule[] = [
  {
    rule: "runtime under a minute or over 15 hours: left empty",
    isOutlier: ({ runtimeMinutes }) =>
      runtimeMinutes !== null && (runtimeMinutes < runtimeLimits.low || runtimeMinutes > runtimeLimits.high),
    mended: { runtimeMinutes: null },
  },
  {
    rule: "year before 1870 or more than ten years ahead: left empty",
    isOutlier: ({ year }, lastYear) => year !== null && (year < firstYear || year > lastYear),
    mended: { year: null },
  },
  {
    rule: "average of votes outside 0 to 10, or of no votes: left empty",
    isOutlier: ({ votes }) => votes != null && !(votes.average >= 0 && votes.average <= 10 && votes.count > 0),
    mended: { votes: null },
  },
  {
    rule: "words in place of an overview: left empty",
    isOutlier: ({ overview }) => overview !== null && placeholder.test(overview.trim()),
    mended: { overview: null },
  },
];

/** Every rule is listed, also where nothing broke it. */
export function treatOutliers(
  movies: readonly SourceMovie[],
  now = new Date(),
): { movies: SourceMovie[]; treatments: Treatment[] } {
  const lastYear = now.getUTCFullYear() + yearsAhead;
  const counts = new Map(rules.map(({ rule }) => [rule, 0]));
  const treated = movies.map((movie) => {
    const broken = rules.filter(({ isOutlier }) => isOutlier(movie, lastYear));
    for (const { rule } of broken) counts.set(rule, (counts.get(rule) ?? 0) + 1);
    return broken.length === 0 ? movie : Object.assign({}, movie, ...broken.map(({ mended }) => mended));
  });
  return { movies: treated, treatments: [...counts].map(([rule, before]) => ({ rule, before, after: 0 })) };
}
