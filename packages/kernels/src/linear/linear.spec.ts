import { describe, expect, it } from "vitest";
import { describeOnBoth, expectClose, randomNumbers, randomRows } from "../kernels.fixtures.ts";
import { KernelInputError, type Kernels } from "../kernels.types.ts";
import type { Matrix } from "../memory/memory.types.ts";
import { openKernels } from "../open-kernels.ts";
import type { SparseMatrix } from "./linear.types.ts";

/** Without padding. */
const valuesOf = ({ rows, columns, stride, values }: Matrix) =>
  Array.from({ length: rows * columns }, (_, at) => values[Math.floor(at / columns) * stride + (at % columns)]);

/** AᵀA of a row-major array, in float64. */
const gramOf = (values: ArrayLike<number>, rows: number, columns: number) =>
  Array.from({ length: columns * columns }, (_, at) => {
    const [i, j] = [Math.floor(at / columns), at % columns];
    let sum = 0;
    for (let row = 0; row < rows; row++) sum += values[row * columns + i] * values[row * columns + j];
    return sum;
  });

/** A random sparse matrix in the kernels' memory, and the same dense. */
function randomSparse(kernels: Kernels, rows: number, columns: number) {
  const { starts, columns: entries } = randomRows({ rows, columns, seed: 11 });
  const entryValues = randomNumbers(entries.length, 12);
  const dense = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let at = starts[row]; at < starts[row + 1]; at++) dense[row * columns + entries[at]] = entryValues[at];
  }
  const byColumn = Array.from({ length: columns }, (_, column) =>
    Array.from({ length: rows }, (_, row) => row).filter((row) => dense[row * columns + column] !== 0),
  );
  const ends = byColumn.map((_, column) => byColumn.slice(0, column + 1).flat().length);
  const matrix: SparseMatrix = {
    byRow: { rows, starts: kernels.copyInt32(starts), columns: kernels.copyInt32(entries) },
    rowValues: kernels.copyFloat32(entryValues, "values"),
    byColumn: {
      rows: columns,
      starts: kernels.copyInt32([0, ...ends]),
      columns: kernels.copyInt32(byColumn.flat()),
    },
    columnValues: kernels.copyFloat32(
      byColumn.flatMap((each, column) => each.map((row) => dense[row * columns + column])),
      "values",
    ),
  };
  return { matrix, dense };
}

/** BᵀB + I, B of so few rows that the identity matters. */
function positiveDefinite(kernels: Kernels, size: number): Matrix {
  const rows = Math.ceil(size / 3);
  const matrix = kernels.matrix(size, size);
  kernels.linear.gram(kernels.copyMatrix(randomNumbers(rows * size, size), rows, size, "matrix"), matrix);
  for (let at = 0; at < size; at++) matrix.values[at * matrix.stride + at] += 1;
  return matrix;
}

describeOnBoth("linear", (open) => {
  it.each([1, 3, 4, 9, 17, 64, 130])("gram of %i columns", (columns) => {
    const kernels = open();
    const values = randomNumbers(290 * columns, 1);
    const gram = kernels.matrix(columns, columns);
    gram.values.fill(7);
    kernels.linear.gram(kernels.copyMatrix(values, 290, columns, "matrix"), gram);
    expectClose(valuesOf(gram), gramOf(values, 290, columns));
  });

  it("gram of no rows is zero", () => {
    const kernels = open();
    const gram = kernels.matrix(5, 5);
    gram.values.fill(7);
    kernels.linear.gram(kernels.matrix(0, 5), gram);
    expect(valuesOf(gram).every((value) => value === 0)).toBe(true);
  });

  it.each([1, 7, 40, 75])("gram of a sparse matrix of %i columns, whole and some of its rows", (columns) => {
    const kernels = open();
    const { matrix, dense } = randomSparse(kernels, 31, columns);
    const expected = gramOf(dense, 31, columns);
    const gram = kernels.matrix(columns, columns);
    kernels.linear.sparseGram(matrix, gram);
    expectClose(valuesOf(gram), expected);
    const first = columns >> 1;
    const some = kernels.matrix(Math.min(9, columns - first), columns);
    kernels.linear.sparseGramRows(matrix, first, some);
    expectClose(valuesOf(some), expected.slice(first * columns, (first + some.rows) * columns));
  });

  it.each([1, 6, 33])("product of a sparse matrix with a dense one of %i columns", (columns) => {
    const kernels = open();
    const { matrix, dense } = randomSparse(kernels, 31, 40);
    const values = randomNumbers(40 * columns, 13);
    const product = kernels.matrix(31, columns);
    product.values.fill(7);
    const factor = kernels.copyMatrix(values, 40, columns, "factor");
    kernels.linear.sparseProduct(matrix.byRow, matrix.rowValues, factor, product);
    const expected = Array.from({ length: 31 * columns }, (_, at) => {
      const [row, column] = [Math.floor(at / columns), at % columns];
      let sum = 0;
      for (let k = 0; k < 40; k++) sum += dense[row * 40 + k] * values[k * columns + column];
      return sum;
    });
    expectClose(valuesOf(product), expected);
  });

  it.each([1, 5, 48, 127, 128, 129, 200])("inverse of %i columns", (size) => {
    const kernels = open();
    const matrix = positiveDefinite(kernels, size);
    const before = valuesOf(matrix);
    kernels.linear.invertSymmetric(matrix);
    const inverse = valuesOf(matrix);
    const product = before.map((_, at) => {
      const [i, j] = [Math.floor(at / size), at % size];
      let sum = 0;
      for (let k = 0; k < size; k++) sum += before[i * size + k] * inverse[k * size + j];
      return sum;
    });
    const identity = product.map((_, at) => (at % (size + 1) === 0 ? 1 : 0));
    expectClose(product, identity, 2e-4);
    if (kernels.implementation === "simd") {
      expect(inverse).toEqual(inverse.map((_, at) => inverse[(at % size) * size + Math.floor(at / size)]));
    }
    for (let row = 0; row < size; row++) {
      expect(matrix.values.subarray(row * matrix.stride + size, (row + 1) * matrix.stride).every((v) => v === 0)).toBe(
        true,
      );
    }
  });

  it("refuses to invert what is not positive definite, early and late in the matrix", () => {
    const kernels = open();
    for (const wrong of [0, 3, 140]) {
      const matrix = positiveDefinite(kernels, 150);
      matrix.values[wrong * matrix.stride + wrong] = -1;
      expect(() => kernels.linear.invertSymmetric(matrix)).toThrow(KernelInputError);
    }
    const unknown = positiveDefinite(kernels, 9);
    unknown.values[4 * unknown.stride + 4] = Number.NaN;
    expect(() => kernels.linear.invertSymmetric(unknown)).toThrow("not positive definite");
  });
});

describe("two threads", () => {
  it("give the bytes that one gives", () => {
    const [one, two] = [1, 2].map((threads) => {
      const kernels = openKernels({ threads });
      const dense = positiveDefinite(kernels, 333);
      const gram = dense.values.slice();
      kernels.linear.invertSymmetric(dense);
      const sparse = kernels.matrix(75, 75);
      kernels.linear.sparseGram(randomSparse(kernels, 31, 75).matrix, sparse);
      kernels.close();
      return { gram, inverse: dense.values.slice(), sparse: sparse.values.slice() };
    });
    expect(two).toEqual(one);
  });
});
