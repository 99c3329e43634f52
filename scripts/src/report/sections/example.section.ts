// How each engine in use comes to its answer, on one viewer and one film.
import type { EngineExample, WorkedExample } from "@matinee/workflows";
import { engineTexts } from "../engine-texts.ts";
import { count, decimal, percent, signed } from "../formats.ts";
import { html, type Markup } from "../html.ts";
import { section } from "./section.ts";

export function exampleSection({ ratings, movie, engines }: WorkedExample): Markup {
  const ratedFilms = ratings.map(
    ({ title, year, stars }) => html`<li><span class="stars">${stars}</span> ${labelOf({ title, year })}</li>`,
  );
  return section(
    `How the engines see ${movie.title} for one viewer`,
    `The viewer comes from the imported data and has rated ${ratings.length} films; ${labelOf(movie)} is not among them. For every model in use: what each rating adds to the score. The bars and the rest add up to it.`,
    [
      html`<details open><summary>What the viewer has rated</summary><ol class="rated">${ratedFilms}</ol></details>`,
      ...engines.map(engineMarkup),
    ],
  );
}

const labelOf = ({ title, year }: { readonly title: string; readonly year: number | null }) =>
  year === null ? title : `${title} (${year})`;

function engineMarkup(example: EngineExample): Markup {
  const { engine, version, score, baseline, parts, rest, terms, rank, rankedCount, prediction } = example;
  const rows = [
    { name: "start, before anything is added", stars: null, contribution: baseline },
    ...parts,
    ...(rest.count > 0
      ? [{ name: `${rest.count} others together`, stars: null, contribution: rest.contribution }]
      : []),
  ];
  return html`<article>
<h3>${engine} <small>version ${version}</small></h3>
<p>${engineTexts[engine]}</p>
<p class="verdict">${verdictOf(rank, rankedCount)}${prediction ? predictionMarkup(prediction) : ""}</p>
${barsOf(rows, "What adds up to the score", score)}
${
  terms.length > 0
    ? barsOf(
        terms.map((term) => ({ ...term, stars: null })),
        "The same by what the films have in common",
      )
    : ""
}
</article>`;
}

const verdictOf = (rank: number | null, rankedCount: number) =>
  rank === null ? "" : `Place ${count(rank)} of ${count(rankedCount)} films the viewer has not rated. `;

/** The whisker of the site: the interval as a thin line, the prediction on it. */
function predictionMarkup({ stars, low, high, level }: NonNullable<EngineExample["prediction"]>): Markup {
  const at = (value: number) => ((value - 0.5) / 4.5) * 100;
  const text = `${decimal(stars, 1)} stars predicted, ${decimal(low, 1)} to ${decimal(high, 1)} in ${percent(level)} of such cases.`;
  return html`<span class="predicted">${text}</span>
<svg class="whisker" viewBox="0 0 104 12" aria-hidden="true"><line x1="2" x2="102" y1="6" y2="6" class="track"/><line x1="${(2 + at(low)).toFixed(1)}" x2="${(2 + at(high)).toFixed(1)}" y1="6" y2="6" class="interval"/><circle cx="${(2 + at(stars)).toFixed(1)}" cy="6" r="4"/></svg>`;
}

interface Bar {
  readonly name: string;
  readonly stars: number | null;
  readonly contribution: number;
}

/** A table whose cells hold the bars: it reads without them too. */
function barsOf(bars: readonly Bar[], caption: string, score?: number): Markup {
  const largest = Math.max(...bars.map(({ contribution }) => Math.abs(contribution)), 1e-9);
  const rows = bars.map(({ name, stars, contribution }) => {
    const width = ((50 * Math.abs(contribution)) / largest).toFixed(1);
    const from = contribution < 0 ? (50 - Number(width)).toFixed(1) : "50";
    return html`<tr><th scope="row">${name}${stars === null ? "" : html` <span class="stars">${stars}</span>`}</th>
<td class="bar"><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect x="${from}" width="${width}" y="1" height="8" class="${stars === null ? "other" : "own"}"/></svg></td>
<td>${signed(contribution)}</td></tr>`;
  });
  const total =
    score === undefined
      ? ""
      : html`<tr class="total"><th scope="row">score</th><td></td><td>${score.toFixed(3)}</td></tr>`;
  return html`<table class="bars"><caption>${caption}</caption><tbody>${rows}${total}</tbody></table>`;
}
