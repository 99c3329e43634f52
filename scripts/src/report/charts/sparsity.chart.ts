import type { DataReport } from "@matinee/workflows";
import * as Plot from "@observablehq/plot";
import { figure } from "../figure.ts";
import { percent } from "../formats.ts";
import type { Markup } from "../html.ts";

export function sparsityChart({ sparsity: { groups, cells } }: DataReport): Markup {
  const edges = [1, Math.ceil(groups / 4), Math.ceil(groups / 2), groups];
  const densityOf = (viewerGroup: number, movieGroup: number) =>
    cells.find((cell) => cell.viewerGroup === viewerGroup && cell.movieGroup === movieGroup)?.density ?? 0;
  return figure({
    caption: `All pairs of viewers and films, ${groups} groups of each, the busiest at the top left: the darker, the more are rated.`,
    draw: ({ width, isNarrow }) => ({
      width: isNarrow ? width : 480,
      height: isNarrow ? width : 480,
      margin: 24,
      x: { axis: null, domain: groupNumbers(groups) },
      y: { axis: null, domain: groupNumbers(groups) },
      marks: [
        Plot.frame({ stroke: "var(--hairline)" }),
        Plot.cell(cells, {
          x: "movieGroup",
          y: "viewerGroup",
          fill: "var(--ink)",
          // the eye tells small shares apart on a root scale
          fillOpacity: ({ density }: { density: number }) => Math.sqrt(density),
        }),
        Plot.text(["most rated films → least rated"], { frameAnchor: "top-left", dy: -14, fill: "var(--quiet)" }),
        Plot.text(["most active viewers → least active"], {
          frameAnchor: "bottom-left",
          rotate: -90,
          dx: -10,
          textAnchor: "start",
          fill: "var(--quiet)",
        }),
      ],
    }),
    table: {
      header: ["Viewers, group", ...edges.map((group) => `Films, group ${group}`)],
      rows: edges.map((viewers) => [String(viewers), ...edges.map((movies) => percent(densityOf(viewers, movies)))]),
    },
  });
}

const groupNumbers = (groups: number) => Array.from({ length: groups }, (_, index) => index + 1);
