import { sampler } from "@matinee/datasets";
import { termsOfRow, trainingProfiles } from "@matinee/engines";
import { expect, it } from "vitest";
import { datasetOf } from "./dataset-of.ts";

const catalog = sampler();

it("keeps films, viewers and ratings by their indexes, with what is known of the films", () => {
  const dataset = datasetOf(catalog);
  expect([dataset.userCount, dataset.itemCount]).toEqual([catalog.viewerKeys.length, catalog.movies.length]);
  expect(dataset.stars[0]).toBe(catalog.ratings.halfStars[0] / 2);
  expect(dataset.itemAttributes?.map(({ name }) => name)).toEqual(["genre", "theme", "cast", "crew", "plot"]);
  expect(dataset.itemYears?.[7]).toBe(catalog.movies[7].year);
  const crew = dataset.itemAttributes?.find(({ name }) => name === "crew");
  expect(termsOfRow(crew!, 7)).toEqual([...catalog.movies[7].directors].sort());
  expect(dataset.userAttributes).toBeUndefined();
});

it("hands a viewer's facts on to his profile, ages in brackets", () => {
  const [first, second, third, fourth] = catalog.viewerKeys;
  const viewers = new Map([
    [first, { age: 24, sex: "M", occupation: "writer" } as const],
    [second, { age: 56 }],
    [third, { age: 7 }],
  ]);
  const profileOf = trainingProfiles(datasetOf({ ...catalog, viewers }));
  expect([first, second, third, fourth].map((_, user) => profileOf(user).attributes)).toEqual([
    { age: "18-24", sex: "M", occupation: "writer" },
    { age: "56+" },
    { age: "1-17" },
    undefined,
  ]);
});
