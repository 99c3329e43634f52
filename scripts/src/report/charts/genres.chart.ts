import type { DataReport } from "@matinee/workflows";
import * as Plot from "@observablehq/plot";
import { figure } from "../figure.ts";
import { count, decimal, short } from "../formats.ts";
import { html, type Markup } from "../html.ts";

const shownGenres = 16;

export function genreCharts(report: DataReport): Markup {
  return html`${sizes(report)}${correlations(report)}`;
}

function sizes({ genres }: DataReport): Markup {
  const shown = genres.slice(0, shownGenres);
  return figure({
    caption: "Films of each genre, and the mean of their ratings.",
    draw: ({ isNarrow }) => ({
      height: 24 * shown.length + 20,
      marginLeft: isNarrow ? 104 : 120,
      marginRight: 104,
      marginTop: 4,
      x: { axis: null },
      y: { label: null, tickSize: 0, domain: shown.map(({ name }) => name) },
      marks: [
        Plot.barX(shown, { x: "movieCount", y: "name", fill: "var(--ink)", insetTop: 4, insetBottom: 4 }),
        Plot.text(shown, {
          x: "movieCount",
          y: "name",
          text: ({ movieCount, meanStars }) => `${short(movieCount)} films, ${decimal(meanStars)}`,
          dx: 6,
          textAnchor: "start",
          fill: "var(--quiet)",
        }),
      ],
    }),
    table: {
      header: ["Genre", "Films", "Ratings", "Mean stars"],
      rows: genres.map(({ name, movieCount, ratingCount, meanStars }) => [
        name,
        count(movieCount),
        count(ratingCount),
        decimal(meanStars),
      ]),
    },
  });
}

function correlations({ genres, genreCorrelations }: DataReport): Markup {
  const names = new Map(genres.map(({ slug, name }) => [slug, name]));
  const shown = genres.slice(0, shownGenres).map(({ slug }) => slug);
  const pairs = genreCorrelations
    .filter(({ first, second }) => shown.includes(first) && shown.includes(second))
    .flatMap(({ first, second, correlation }) => [
      { x: names.get(first)!, y: names.get(second)!, correlation },
      { x: names.get(second)!, y: names.get(first)!, correlation },
    ]);
  const domain = shown.map((slug) => names.get(slug)!);
  const strongest = genreCorrelations
    .toSorted((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation))
    .slice(0, 20);
  return figure({
    caption: "Which genres go together: a full dot where films tend to have both, a ring where they avoid each other.",
    draw: ({ width, isNarrow }) => ({
      width: isNarrow ? width : 560,
      height: isNarrow ? width : 560,
      marginLeft: isNarrow ? 92 : 110,
      marginTop: isNarrow ? 92 : 110,
      marginRight: 8,
      marginBottom: 8,
      style: { background: "none", fontFamily: "inherit", fontSize: isNarrow ? "10.5px" : "12px" },
      x: { label: null, axis: "top", domain, tickRotate: -90, tickSize: 0 },
      y: { label: null, domain, tickSize: 0 },
      r: { domain: [0, 0.5], range: [0, isNarrow ? 8 : 14] },
      marks: [
        Plot.dot(pairs, {
          x: "x",
          y: "y",
          r: ({ correlation }: { correlation: number }) => Math.abs(correlation),
          fill: ({ correlation }: { correlation: number }) => (correlation > 0 ? "var(--ink)" : "none"),
          stroke: "var(--ink)",
        }),
      ],
    }),
    table: {
      header: ["Two genres", "Correlation (phi)"],
      rows: strongest.map(({ first, second, correlation }) => [
        `${names.get(first)} and ${names.get(second)}`,
        decimal(correlation),
      ]),
    },
  });
}
