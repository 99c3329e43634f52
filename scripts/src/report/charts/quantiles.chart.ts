import type { DataReport } from "@matinee/workflows";
import * as Plot from "@observablehq/plot";
import { figure } from "../figure.ts";
import { count, percent, short } from "../formats.ts";
import type { Markup } from "../html.ts";

const kinds = [
  { of: "viewers", strokeDasharray: "none" },
  { of: "films", strokeDasharray: "4 3" },
];

const powers = [1, 10, 100, 1_000, 10_000, 100_000];

/** Both distributions as what the least active tenth, half, nine tenths … have at most; on a logarithmic scale. */
export function quantilesChart({ ratingsPerViewer, ratingsPerMovie }: DataReport): Markup {
  const rows = [
    ...ratingsPerViewer.map((point) => ({ ...point, of: "viewers" })),
    ...ratingsPerMovie.map((point) => ({ ...point, of: "films" })),
  ];
  const shown = rows.map((row) => ({ ...row, value: Math.max(1, row.value) }));
  const ends = shown.filter(({ quantile }) => quantile === 1);
  return figure({
    caption: "How many ratings viewers have given and films have got, from the fewest to the most.",
    draw: ({ isNarrow }) => ({
      height: 270,
      marginBottom: 44,
      marginRight: 70,
      marginLeft: 48,
      x: { label: "share of them", percent: true, ticks: isNarrow ? 3 : 5, tickSize: 0 },
      y: { label: "ratings, at most", type: "log", grid: true, ticks: powers, tickFormat: short, tickSize: 0 },
      marks: [
        ...kinds.map(({ of, strokeDasharray }) =>
          Plot.line(
            shown.filter((row) => row.of === of),
            { x: "quantile", y: "value", stroke: "var(--ink)", strokeWidth: 2, strokeDasharray },
          ),
        ),
        Plot.dot(shown, { x: "quantile", y: "value", fill: "var(--ink)", r: 3 }),
        Plot.text(ends, { x: "quantile", y: "value", text: "of", dx: 8, textAnchor: "start", fill: "var(--ink)" }),
      ],
    }),
    table: {
      header: ["At most, for a share of", "Ratings of a viewer", "Ratings of a film"],
      rows: ratingsPerViewer.map(({ quantile, value }) => [
        percent(quantile),
        count(value),
        count(ratingsPerMovie.find((point) => point.quantile === quantile)?.value ?? 0),
      ]),
    },
  });
}
