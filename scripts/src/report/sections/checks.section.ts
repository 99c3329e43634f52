// What is expected of the data, and what was done about outliers and missing values.
import type { DataReport } from "@matinee/workflows";
import { tableOf } from "../figure.ts";
import { count } from "../formats.ts";
import { html, type Markup } from "../html.ts";
import { section } from "./section.ts";

export function checksSection({ expectations, treatments }: DataReport): Markup {
  const failed = expectations.filter(({ passed }) => !passed);
  const heading =
    failed.length === 0
      ? `All ${expectations.length} expectations hold`
      : `${expectations.length - failed.length} of ${expectations.length} expectations hold`;
  return section(heading, "An import that fails a hard expectation is not stored; a soft one is worth a look.", [
    html`<ul class="checks">${expectations.map(
      ({ description, severity, passed, observed, expected }) => html`<li class="${passed ? "held" : "failed"}">
<span>${description}</span>
<span class="found"><b>${passed ? "Holds" : "Failed"}</b> (${severity.toLowerCase()}): found ${observed}, expected ${expected}</span></li>`,
    )}</ul>`,
    ...(treatments.length > 0
      ? [
          html`<h3>Outliers and missing values</h3>`,
          tableOf({
            header: ["Rule", "Films before", "Films after"],
            rows: treatments.map(({ rule, before, after }) => [rule, count(before), count(after)]),
          }),
        ]
      : []),
  ]);
}
