// The whole report as one file that needs nothing else: no network, no script.
import { readFileSync } from "node:fs";
import type { CatalogInfo, DataReport, WorkedExample } from "@matinee/workflows";
import { formatTime } from "../command/format-time.ts";
import { count, decimal, percent } from "./formats.ts";
import { html, Markup } from "./html.ts";
import { checksSection } from "./sections/checks.section.ts";
import { dataSections } from "./sections/data.sections.ts";
import { exampleSection } from "./sections/example.section.ts";

export interface ReportContent {
  readonly catalog: CatalogInfo;
  readonly measuredAt: Date;
  readonly report: DataReport;
  /** Undefined while no model is in use. */
  readonly example: WorkedExample | undefined;
}

export function reportPage({ catalog, measuredAt, report, example }: ReportContent): string {
  const styles = new Markup(readFileSync(new URL("report.css", import.meta.url), "utf8"));
  const figures = [
    ["films", count(report.movieCount)],
    ["viewers", count(report.viewerCount)],
    ["ratings", count(report.ratingCount)],
    ["of all pairs rated", percent(report.density)],
    ["stars on average", decimal(report.meanStars)],
  ] as const;
  const sections = [
    ...dataSections(report),
    checksSection(report),
    example
      ? exampleSection(example)
      : html`<section><h2>No engine is in use yet</h2><p>Train with "npm run pipeline"; the next report shows how each engine works.</p></section>`,
  ];
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Data report: ${catalog.name}</title>
<style>${styles}</style>
</head>
<body>
<header>
<p class="overline">Matinee, data report</p>
<h1>${catalog.name}</h1>
<p>As stored on ${formatTime(measuredAt)} (UTC).</p>
<dl>${figures.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
</header>
<main>${sections}</main>
</body>
</html>
`.text;
}
