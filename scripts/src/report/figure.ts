// A chart with the same figures as a table. Drawn twice, for phones and for wide pages, as text must not shrink.
import * as Plot from "@observablehq/plot";
import { Window } from "happy-dom";
import { html, Markup } from "./html.ts";

const widths = { narrow: 340, wide: 680 } as const;

export interface ChartSize {
  readonly width: number;
  readonly isNarrow: boolean;
}

export interface Table {
  readonly header: readonly string[];
  /** Numbers as they are to be read; the first column names the row. */
  readonly rows: readonly (readonly string[])[];
}

export interface Figure {
  /** What is to be seen, in one sentence. */
  readonly caption: string;
  readonly draw: (size: ChartSize) => Plot.PlotOptions;
  readonly table: Table;
}

export function figure({ caption, draw, table }: Figure): Markup {
  return html`<figure>
<figcaption>${caption}</figcaption>
<div class="narrow" role="img" aria-label="${caption}">${drawSvg(draw({ width: widths.narrow, isNarrow: true }), widths.narrow)}</div>
<div class="wide" role="img" aria-label="${caption}">${drawSvg(draw({ width: widths.wide, isNarrow: false }), widths.wide)}</div>
<details><summary>As a table</summary>${tableOf(table)}</details>
</figure>`;
}

export function tableOf({ header, rows }: Table): Markup {
  const cells = (row: readonly string[]) =>
    row.map((cell, column) => (column === 0 ? html`<th scope="row">${cell}</th>` : html`<td>${cell}</td>`));
  return html`<div class="scroll"><table><thead><tr>${header.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${cells(row)}</tr>`)}</tbody></table></div>`;
}

function drawSvg(options: Plot.PlotOptions, width: number): Markup {
  const window = new Window();
  const plot = Plot.plot({
    width,
    style: { background: "none", fontFamily: "inherit", fontSize: "12px" },
    ...options,
    // happy-dom's document does all that Plot asks of one; their types differ
    document: window.document as unknown as NonNullable<Plot.PlotOptions["document"]>,
  });
  return new Markup(plot.outerHTML);
}
