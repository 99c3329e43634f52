import * as Plot from "@observablehq/plot";
import { figure } from "../figure.ts";
import { percent } from "../formats.ts";
import type { Markup } from "../html.ts";

export interface ShareBar {
  readonly name: string;
  /** 0 to 1. */
  readonly share: number;
}

/** Shares of a whole, each on its full track. */
export function shareBars(caption: string, bars: readonly ShareBar[], header: readonly [string, string]): Markup {
  return figure({
    caption,
    draw: ({ isNarrow }) => ({
      height: 26 * bars.length + 10,
      marginLeft: isNarrow ? 166 : 220,
      marginRight: 52,
      marginTop: 4,
      x: { axis: null, domain: [0, 1] },
      y: { label: null, tickSize: 0, domain: bars.map(({ name }) => name) },
      marks: [
        Plot.barX(bars, { x1: 0, x2: 1, y: "name", fill: "var(--hairline)", insetTop: 10, insetBottom: 10 }),
        Plot.barX(bars, { x: "share", y: "name", fill: "var(--ink)", insetTop: 6, insetBottom: 6 }),
        Plot.text(bars, {
          x: 1,
          y: "name",
          text: ({ share }) => percent(share),
          dx: 6,
          textAnchor: "start",
          fill: "var(--ink)",
        }),
      ],
    }),
    table: { header: [...header], rows: bars.map(({ name, share }) => [name, percent(share)]) },
  });
}
