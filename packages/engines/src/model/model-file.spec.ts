import { expect, it } from "vitest";
import { readModelFile, writeModelFile } from "./model-file.ts";

const content = {
  numbers: { factors: 3 },
  texts: { terms: ["noir", "été"] },
  arrays: { ids: Int32Array.of(1, -2, 3), values: Float32Array.of(0.5, Number.NaN), bytes: Int8Array.of(-127, 5, 127) },
};
const layout = { numbers: ["factors"], texts: ["terms"], arrays: { ids: "i32", values: "f32", bytes: "i8" } } as const;

it("reads what it wrote", () => {
  expect(readModelFile("svd", writeModelFile("svd", content), layout)).toEqual(content);
});

it("says whose model it is when another engine asks", () => {
  expect(() => readModelFile("item-knn", writeModelFile("svd", content), layout)).toThrow('a model of "svd"');
});

it("refuses a file without what the engine needs", () => {
  const bytes = writeModelFile("svd", content);
  expect(() => readModelFile("svd", bytes, { numbers: ["epochs"], arrays: {} })).toThrow("another version");
  expect(() => readModelFile("svd", bytes, { numbers: [], arrays: { ids: "f32" } })).toThrow("another version");
});
