// What is expected of the data, and what was done about outliers and missing values.
import type { DataReport } from "@matinee/workflows";
import { tableOf } from "../figure.ts";
import { count } from "../formats.ts";
import { html, type Markup } from "../html.ts";
import { section } from "./section.ts";

type Expectations = DataReport["expectations"];

export function checksSection({ expectations, treatments }: DataReport): Markup {
  const held = expectations.filter(({ passed }) => passed);
  const failed = expectations.filter(({ passed }) => !passed);
  return section(
    `${failed.length === 0 ? "All" : `${held.length} of`} ${expectations.length} expectations of the data hold`,
    "An import that fails a hard expectation is not stored; a soft one is worth a look.",
    [
      ...(failed.length > 0 ? [listOf(failed)] : []),
      html`<details><summary>The ${held.length} that hold</summary>${listOf(held)}</details>`,
      ...(treatments.length > 0
        ? [
            html`<h3>Outliers and missing values</h3>`,
            tableOf({
              header: ["Rule", "Films before", "Films after"],
              rows: treatments.map(({ rule, before, after }) => [rule, count(before), count(after)]),
            }),
          ]
        : []),
    ],
  );
}

const listOf = (expectations: Expectations) => html`<ul class="checks">${expectations.map(itemOf)}</ul>`;

const itemOf = ({ description, severity, passed, observed, expected }: Expectations[number]) =>
  html`<li class="${passed ? "held" : "failed"}"><span>${description}</span>
<span class="found"><b>${passed ? "Holds" : "Failed"}</b> (${severity.toLowerCase()}): found ${observed}, expected ${expected}</span></li>`;
