import { expect, it } from "vitest";
import { createRandom } from "../dataset/random.ts";
import { addOuterProducts, factorize, solve } from "./cholesky.ts";

it.each([1, 2, 5, 16])("solves a sum of outer products plus a ridge, size %i", (size) => {
  const random = createRandom(size);
  const rows = Array.from({ length: 7 }, () => Float64Array.from({ length: size }, () => random() - 0.5));
  const whole = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) => rows.reduce((sum, row) => sum + row[i] * row[j], i === j ? 0.1 : 0)),
  );
  const matrix = new Float64Array(size * size);
  for (let index = 0; index < size; index++) matrix[index * size + index] = 0.1;
  addOuterProducts(matrix, size, rows.length, (index, target) => target.set(rows[index]));
  const wanted = Float64Array.from({ length: size }, random);
  const right = Float64Array.from(whole, (row) => row.reduce((sum, value, index) => sum + value * wanted[index], 0));
  const solution = solve(factorize(matrix, size), right);
  for (let index = 0; index < size; index++) expect(solution[index]).toBeCloseTo(wanted[index], 9);
});

it("takes no pivot for less than the least", () => {
  const { lower } = factorize(Float64Array.of(1, 1, 1, 1 - 1e-17), 2, 0.25);
  expect(lower[3]).toBe(0.5);
});
