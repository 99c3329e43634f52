// What the data looks like, from the stored report.
import type { DataReport } from "@matinee/workflows";
import { shareBars } from "../charts/bars.chart.ts";
import { decadesChart } from "../charts/decades.chart.ts";
import { driftCharts } from "../charts/drift.chart.ts";
import { genreCharts } from "../charts/genres.chart.ts";
import { longTailChart } from "../charts/long-tail.chart.ts";
import { quantilesChart } from "../charts/quantiles.chart.ts";
import { sparsityChart } from "../charts/sparsity.chart.ts";
import { starsChart } from "../charts/stars.chart.ts";
import { tableOf } from "../figure.ts";
import { count, decimal, percent } from "../formats.ts";
import { html, type Markup } from "../html.ts";
import { section } from "./section.ts";

/** Those that need ratings are left out where there are none. */
export function dataSections(report: DataReport): Markup[] {
  const rated = report.ratingCount > 0 ? ratingSections(report) : [];
  return [...rated, ...catalogSections(report)];
}

function ratingSections(report: DataReport): Markup[] {
  const { density, longTail, gini, coldStart, ratingsByYear, ratingsPerMovie, meanStars } = report;
  const [top] = longTail;
  const median = ratingsPerMovie.find(({ quantile }) => quantile === 0.5)?.value ?? 0;
  return [
    section(
      `Of all pairs of viewer and film ${percent(density)} are rated`,
      "Everything else is what recommending is about. The few dark cells are films that everybody knows, rated by people who rate everything.",
      [sparsityChart(report)],
    ),
    section(
      top
        ? `The most rated ${percent(top.movieShare)} of the films hold ${percent(top.ratingShare)} of the ratings`
        : "The long tail",
      `The Gini coefficient of ratings over films is ${decimal(gini)}: 0 if all had as many, 1 if one had all. Half of the films have ${count(median)} ratings or fewer.`,
      [longTailChart(report), quantilesChart(report)],
    ),
    section(
      `People give ${decimal(meanStars)} stars on average`,
      "They mostly rate what they chose to see, so that low ratings are rare.",
      [starsChart(report)],
    ),
    ...(ratingsByYear.length > 0
      ? [
          section(
            `Ratings come from ${yearsOf(report)}`,
            "Volume and mood change over the years. An engine judged on ratings drawn at random knows the future; one judged by time does not.",
            [driftCharts(report)],
          ),
        ]
      : []),
    section(
      `${percent(coldStart.moviesUnderFive)} of the films have fewer than five ratings`,
      "Of these the audience says little: there, texts, people and genres have to help. The same goes for viewers who have just come.",
      [
        shareBars(
          "Films and viewers of whom little is known.",
          [
            { name: "films without a rating", share: coldStart.moviesWithoutRating },
            { name: "films under 5 ratings", share: coldStart.moviesUnderFive },
            { name: "viewers under 5 ratings", share: coldStart.viewersUnderFive },
            { name: "viewers under 20 ratings", share: coldStart.viewersUnderTwenty },
          ],
          ["Of whom little is known", "Share"],
        ),
      ],
    ),
  ];
}

function yearsOf({ ratingsByYear }: DataReport): string {
  const years = ratingsByYear.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return first === last ? String(first) : `${first} to ${last}`;
}

function catalogSections(report: DataReport): Markup[] {
  const { genres, coverage, provenance } = report;
  const [largest] = genres;
  return [
    section(
      largest ? `${largest.name} is the largest genre, with ${count(largest.movieCount)} films` : "No film has a genre",
      "A film may have several genres. The correlation compares how often two of them meet with how often they would by chance.",
      [...(largest ? [genreCharts(report)] : []), decadesChart(report)],
    ),
    section(
      "What is known of the films",
      "By ratings rather than by films the shares are higher where the films that people watch are the well-documented ones.",
      [
        shareBars(
          "Share of the films with each kind of fact.",
          coverage.map(({ field, movieShare }) => ({ name: field, share: movieShare })),
          ["Fact", "Films"],
        ),
        ...(report.ratingCount > 0
          ? [
              shareBars(
                "Share of the ratings that are of such a film.",
                coverage.map(({ field, ratingShare }) => ({ name: field, share: ratingShare })),
                ["Fact", "Ratings"],
              ),
            ]
          : []),
        html`<details><summary>Where each fact comes from</summary>${tableOf({
          header: ["Fact", "Source", "Films"],
          rows: provenance.map(({ field, source, movieCount }) => [field, source, count(movieCount)]),
        })}</details>`,
      ],
    ),
  ];
}
