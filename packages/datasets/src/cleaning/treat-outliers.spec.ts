import { expect, it } from "vitest";
import type { SourceMovie } from "../dataset.types.ts";
import { emptyMovie } from "../layouts/empty-movie.ts";
import { asCatalogMovie, mergeFilms } from "../merge/merge-films.ts";
import { addTreatments, countMissing } from "./count-missing.ts";
import { treatOutliers } from "./treat-outliers.ts";

const film = (facts: Partial<SourceMovie>): SourceMovie => ({ ...emptyMovie, sourceKey: "1", title: "Film", ...facts });

it("leaves empty what cannot be, counts it, and keeps the film with all the rest", () => {
  const films = [
    film({ year: 1869, runtimeMinutes: 901, overview: "A film." }),
    film({ year: 2036, runtimeMinutes: 900, overview: "N/A" }),
    film({ year: 2037, runtimeMinutes: 0, votes: { average: 83, count: 5 } }),
    film({ votes: { average: 8.3, count: 0 } }),
    film({ year: 1870, runtimeMinutes: 1, votes: { average: 0, count: 1 }, overview: "Nobody knows." }),
  ];
  const { movies, treatments } = treatOutliers(films, new Date("2026-11-22"));
  expect(movies).toEqual([
    film({ overview: "A film." }),
    film({ year: 2036, runtimeMinutes: 900 }),
    film({ votes: null }),
    film({ votes: null }),
    films[4],
  ]);
  expect(treatments.map(({ before, after }) => [before, after])).toEqual([
    [2, 0],
    [2, 0],
    [2, 0],
    [1, 0],
  ]);
});

it("counts what is missing before other sources fill it in, and after", () => {
  const first = asCatalogMovie(film({ year: 1999 }), "ml-1m");
  const filled = mergeFilms(first, asCatalogMovie(film({ year: 1999, overview: "A film." }), "wikipedia"));
  const counts = Object.fromEntries(
    countMissing([filled, first]).map(({ rule, before, after }) => [/^no ([\w ]+):/.exec(rule)?.[1], [before, after]]),
  );
  expect(counts).toMatchObject({ year: [0, 0], overview: [2, 1], cast: [2, 2] });
});

it("adds up the same rule of several sources", () => {
  const [one, other] = [
    { rule: "one", before: 3, after: 1 },
    { rule: "other", before: 1, after: 0 },
  ];
  expect(addTreatments([one, other, one])).toEqual([{ rule: "one", before: 6, after: 2 }, other]);
});
