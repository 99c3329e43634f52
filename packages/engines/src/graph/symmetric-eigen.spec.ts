import { expect, it } from "vitest";
import { createRandom } from "../dataset/random.ts";
import { symmetricEigen } from "./symmetric-eigen.ts";

it.each([1, 2, 9, 40])("takes a symmetric matrix of %i rows apart", (size) => {
  const random = createRandom(size);
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      matrix[i * size + j] = random() - 0.5;
      matrix[j * size + i] = matrix[i * size + j];
    }
  }
  const { values, vectors } = symmetricEigen(matrix, size);
  expect(values).toEqual(values.toSorted().reverse());
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      let [product, overlap] = [0, 0];
      for (let k = 0; k < size; k++) {
        product += vectors[i * size + k] * values[k] * vectors[j * size + k];
        overlap += vectors[k * size + i] * vectors[k * size + j];
      }
      expect(product).toBeCloseTo(matrix[i * size + j], 12);
      expect(overlap).toBeCloseTo(i === j ? 1 : 0, 12);
    }
  }
});

it("answers a matrix of zeros", () => {
  expect([...symmetricEigen(new Float64Array(9), 3).values]).toEqual([0, 0, 0]);
});
