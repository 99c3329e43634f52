import { expect, it } from "vitest";
import { termsOfRow } from "../dataset/attributes.ts";
import { filmAttributes } from "./film-attributes.ts";

it("names what is known of each film, and nothing of one of which nothing is known", () => {
  const { itemAttributes, itemYears } = filmAttributes([
    {
      year: 1979,
      overview: "An alien. An alien hunts a crew.",
      genres: ["Horror", "Horror"],
      themes: ["space"],
      cast: Array.from({ length: 30 }, (_, place) => `Actor ${10 + place}`),
      directors: ["Ridley Scott"],
    },
    { year: null },
  ]);
  const terms = Object.fromEntries(itemAttributes.map((attribute) => [attribute.name, termsOfRow(attribute, 0)]));
  expect(terms).toMatchObject({
    genre: ["Horror"],
    theme: ["space"],
    crew: ["Ridley Scott"],
    plot: ["alien", "crew", "hunt"],
  });
  expect(terms.cast).toHaveLength(10);
  const plot = itemAttributes.find(({ name }) => name === "plot")!;
  expect([...plot.counts]).toEqual([2, 1, 1]);
  expect(itemAttributes.flatMap((attribute) => termsOfRow(attribute, 1))).toEqual([]);
  expect([...itemYears]).toEqual([1979, 0]);
});

it("makes attributes that fit no films", () => {
  expect(filmAttributes([])).toEqual({ itemAttributes: [], itemYears: new Int16Array(0) });
});
