import type { DataReport } from "@matinee/workflows";
import * as Plot from "@observablehq/plot";
import { figure } from "../figure.ts";
import { count, percent, short } from "../formats.ts";
import type { Markup } from "../html.ts";

export function starsChart({ ratingHistogram, ratingCount }: DataReport): Markup {
  const bins = ratingHistogram.map((bin) => ({ ...bin, label: String(bin.stars) }));
  return figure({
    caption: "How often each number of stars was given.",
    draw: () => ({
      height: 250,
      marginBottom: 40,
      marginTop: 24,
      x: { label: "stars", tickSize: 0, domain: bins.map(({ label }) => label) },
      y: { axis: null },
      marks: [
        Plot.barY(bins, { x: "label", y: "count", fill: "var(--ink)", inset: 1 }),
        Plot.text(bins, {
          x: "label",
          y: "count",
          text: ({ count: value }) => short(value),
          dy: -8,
          fill: "var(--quiet)",
        }),
        Plot.ruleY([0], { stroke: "var(--hairline)" }),
      ],
    }),
    table: {
      header: ["Stars", "Ratings", "Share"],
      rows: bins.map((bin) => [bin.label, count(bin.count), percent(ratingCount === 0 ? 0 : bin.count / ratingCount)]),
    },
  });
}
