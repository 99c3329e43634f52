import { expect, it } from "vitest";
import { buildAttribute, termsOfRow } from "./attributes.ts";

it("counts the terms of each row, sorted", () => {
  const attribute = buildAttribute("plot", [["war", "love", "war"], [], ["love"]]);
  expect(attribute).toEqual({
    name: "plot",
    terms: ["love", "war"],
    starts: Int32Array.of(0, 2, 2, 3),
    columns: Int32Array.of(0, 1, 0),
    counts: Float32Array.of(1, 2, 1),
  });
  expect(termsOfRow(attribute, 0)).toEqual(["love", "war"]);
  expect(termsOfRow(attribute, 1)).toEqual([]);
});
