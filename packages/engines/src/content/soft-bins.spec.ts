import { expect, it } from "vitest";
import { termsOfRow } from "../dataset/attributes.ts";
import { softBins } from "./soft-bins.ts";

it("shares a number between its two neighbors; none stays empty, and what lies beyond belongs to the last", () => {
  const bins = { from: 1900, step: 10, count: 3, label: (year: number) => `about ${year}` };
  const attribute = softBins("year", [1904, 1910, Number.NaN, 1700, 2300], bins);
  expect(Array.from({ length: 5 }, (_, row) => termsOfRow(attribute, row))).toEqual([
    ["about 1900", "about 1910"],
    ["about 1910"],
    [],
    ["about 1900"],
    ["about 1920"],
  ]);
  expect([...attribute.counts]).toEqual([0.6, 0.4, 1, 1, 1].map((value) => expect.closeTo(value, 6)));
});
