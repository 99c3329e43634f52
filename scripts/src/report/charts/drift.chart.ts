import type { DataReport } from "@matinee/workflows";
import * as Plot from "@observablehq/plot";
import { figure } from "../figure.ts";
import { count, decimal, short } from "../formats.ts";
import { html, type Markup } from "../html.ts";

export function driftCharts({ ratingsByMonth, ratingsByYear, meanStars }: DataReport): Markup {
  const months = ratingsByMonth.map((month) => ({ ...month, at: new Date(`${month.month}-15T00:00:00Z`) }));
  const years = ratingsByYear.map((year) => ({ ...year, at: new Date(Date.UTC(year.year, 6, 1)) }));
  const x = { label: null, type: "utc", tickSize: 0 } as const;
  const volume = figure({
    caption: "Ratings by month.",
    draw: ({ isNarrow }) => ({
      height: 200,
      marginLeft: 48,
      x: { ...x, ticks: isNarrow ? 4 : 8 },
      y: { label: "ratings", grid: true, ticks: 4, tickFormat: short, tickSize: 0 },
      marks: [
        Plot.ruleX(months, { x: "at", y: "count", stroke: "var(--ink)", strokeWidth: isNarrow ? 1 : 1.5 }),
        Plot.ruleY([0], { stroke: "var(--hairline)" }),
      ],
    }),
    table: {
      header: ["Year", "Ratings", "Mean stars"],
      rows: ratingsByYear.map((year) => [String(year.year), count(year.count), decimal(year.meanStars)]),
    },
  });
  const mean = figure({
    caption: "Mean stars by year; the thin line is the mean of all, and the larger a dot, the more ratings.",
    draw: ({ isNarrow }) => ({
      height: 200,
      marginLeft: 48,
      x: { ...x, ticks: isNarrow ? 4 : 8 },
      y: { label: "stars", grid: true, ticks: 4, tickSize: 0, nice: true, zero: false },
      r: { range: [2, 7] },
      marks: [
        Plot.ruleY(meanStars === null ? [] : [meanStars], { stroke: "var(--quiet)" }),
        Plot.line(years, { x: "at", y: "meanStars", stroke: "var(--ink)" }),
        Plot.dot(years, { x: "at", y: "meanStars", r: "count", fill: "var(--ink)" }),
      ],
    }),
    table: {
      header: ["Month", "Ratings", "Viewers", "Mean stars"],
      rows: ratingsByMonth.map((month) => [
        month.month,
        count(month.count),
        count(month.viewerCount),
        decimal(month.meanStars),
      ]),
    },
  });
  return html`${volume}${mean}`;
}
