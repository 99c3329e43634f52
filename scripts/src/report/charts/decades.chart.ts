import type { DataReport } from "@matinee/workflows";
import * as Plot from "@observablehq/plot";
import { figure } from "../figure.ts";
import { count, decimal, short } from "../formats.ts";
import type { Markup } from "../html.ts";

export function decadesChart({ decades }: DataReport): Markup {
  const bars = decades.map((decade) => ({
    ...decade,
    name: decade.decade === null ? "no year" : `${decade.decade}s`,
    // "’50s" leaves room on a phone
    label: decade.decade === null ? "?" : `’${String(decade.decade % 100).padStart(2, "0")}`,
  }));
  return figure({
    caption: "Films by the decade they came out in.",
    draw: ({ isNarrow }) => ({
      height: 220,
      marginTop: 24,
      x: {
        label: null,
        tickSize: 0,
        domain: bars.map(({ name }) => name),
        tickFormat: (name: string) => (isNarrow ? (bars.find((bar) => bar.name === name)?.label ?? name) : name),
      },
      y: { axis: null },
      marks: [
        Plot.barY(bars, { x: "name", y: "movieCount", fill: "var(--ink)", inset: 1 }),
        Plot.text(bars, {
          x: "name",
          y: "movieCount",
          text: ({ movieCount }) => short(movieCount),
          dy: -8,
          fill: "var(--quiet)",
          fontSize: isNarrow ? 10 : 12,
        }),
        Plot.ruleY([0], { stroke: "var(--hairline)" }),
      ],
    }),
    table: {
      header: ["Decade", "Films", "Ratings", "Mean stars"],
      rows: bars.map(({ name, movieCount, ratingCount, meanStars }) => [
        name,
        count(movieCount),
        count(ratingCount),
        decimal(meanStars),
      ]),
    },
  });
}
