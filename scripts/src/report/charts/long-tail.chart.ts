import type { DataReport } from "@matinee/workflows";
import * as Plot from "@observablehq/plot";
import { figure } from "../figure.ts";
import { percent } from "../formats.ts";
import type { Markup } from "../html.ts";

export function longTailChart({ longTail }: DataReport): Markup {
  const points = [{ movieShare: 0, ratingShare: 0 }, ...longTail, { movieShare: 1, ratingShare: 1 }];
  const labelled = longTail.filter(({ movieShare }) => [0.01, 0.1, 0.5].includes(movieShare));
  return figure({
    caption: "Share of all ratings that the most rated films hold; were all rated alike, it would be the thin line.",
    draw: ({ isNarrow }) => ({
      height: 300,
      marginBottom: 44,
      marginRight: 24,
      x: { label: "share of the films, the most rated first", percent: true, ticks: isNarrow ? 3 : 5, tickSize: 0 },
      y: { label: "share of the ratings", percent: true, ticks: 5, tickSize: 0, grid: true, domain: [0, 100] },
      marks: [
        Plot.line([0, 1], { x: (value: number) => value, y: (value: number) => value, stroke: "var(--quiet)" }),
        Plot.line(points, {
          x: "movieShare",
          y: "ratingShare",
          stroke: "var(--ink)",
          strokeWidth: 2,
          curve: "monotone-x",
        }),
        Plot.dot(labelled, { x: "movieShare", y: "ratingShare", fill: "var(--ink)", r: 4 }),
        Plot.text(labelled, {
          x: "movieShare",
          y: "ratingShare",
          text: ({ movieShare, ratingShare }) => `${percent(movieShare)} hold ${percent(ratingShare)}`,
          dx: 9,
          dy: 10,
          textAnchor: "start",
          fill: "var(--ink)",
          stroke: "var(--paper)",
          strokeWidth: 4,
        }),
      ],
    }),
    table: {
      header: ["The most rated", "hold of all ratings"],
      rows: longTail.map(({ movieShare, ratingShare }) => [
        `${percent(movieShare)} of the films`,
        percent(ratingShare),
      ]),
    },
  });
}
