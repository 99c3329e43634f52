import type { RatingTable, SourceFilms } from "@matinee/datasets";
import { getEngine, termsOfRow } from "@matinee/engines";
import { expect, it } from "vitest";
import { evaluateEngine } from "../measure/evaluate-engine.ts";
import { foldOfTables } from "./fold-of-tables.ts";

function table(rows: readonly (readonly [user: string, movie: string, stars: number])[]): RatingTable {
  const userKeys = [...new Set(rows.map(([user]) => user))];
  const movieKeys = [...new Set(rows.map(([, movie]) => movie))];
  return {
    userKeys,
    movieKeys,
    users: Int32Array.from(rows, ([user]) => userKeys.indexOf(user)),
    movies: Int32Array.from(rows, ([, movie]) => movieKeys.indexOf(movie)),
    stars: Float32Array.from(rows, ([, , stars]) => stars),
    ratedAt: new Float64Array(rows.length),
  };
}

const training = table([
  ["u9", "10", 4],
  ["u9", "2", 5],
  ["u1", "10", 3],
]);
const tested = table([
  ["new", "2", 4],
  ["u1", "300", 2],
]);
const film = { title: "", originalTitle: null, imdbId: null, tmdbId: null, overview: null, runtimeMinutes: null };
const lists = {
  directors: [],
  writers: [],
  cast: [],
  countries: [],
  languages: [],
  themes: [],
  wikipediaPage: null,
  thumbnail: null,
};
const catalog: SourceFilms = {
  name: "films",
  movies: [
    { ...film, ...lists, sourceKey: "10", year: 1999, genres: [{ slug: "war", name: "War" }] },
    { ...film, ...lists, sourceKey: "7", year: 2001, genres: [] },
  ],
  viewers: new Map([["u1", { sex: "F" }]]),
};

it("puts users and items of both tables under one numbering, ids that are numbers by value", () => {
  const fold = foldOfTables(training, tested);
  expect([fold.training.userCount, fold.training.itemCount]).toEqual([3, 3]);
  // Users: new, u1, u9; items: 2, 10, 300.
  expect([...fold.training.users]).toEqual([2, 2, 1]);
  expect([...fold.training.items]).toEqual([1, 0, 1]);
  expect([...fold.tested.users]).toEqual([0, 1]);
  expect([...fold.tested.items]).toEqual([0, 2]);
  expect(fold.training.itemAttributes).toBeUndefined();
});

it("takes what the catalog knows of films and users by their ids, and its films as items", () => {
  const { training: dataset } = foldOfTables(training, tested, catalog);
  // Items: 2, 7, 10, 300.
  expect([...dataset.itemYears!]).toEqual([0, 2001, 1999, 0]);
  const [genre] = dataset.itemAttributes!;
  expect([0, 1, 2, 3].map((item) => termsOfRow(genre, item))).toEqual([[], [], ["War"], []]);
  expect(dataset.userAttributes?.map(({ name, terms }) => [name, terms])).toEqual([["sex", ["F"]]]);
});

it("judges users and films that the training does not know", () => {
  const fold = foldOfTables(training, tested, catalog);
  const engine = getEngine("bayesian-average");
  const { metrics } = evaluateEngine(engine, [fold], { task: "rating", k: 1, seed: 1 });
  expect(metrics.rmse).toBeGreaterThan(0);
  // The new user is shown film 2, the best; u1 cannot be shown 300, which counts as missed.
  const ranking = evaluateEngine(engine, [fold], { task: "ranking", k: 1, seed: 1 });
  expect(ranking.metrics["recall@1"]).toBe(0.5);
});
