import { describe, expect, it } from "vitest";
import { describeOnBoth, expectClose, randomNumbers, randomRows } from "../kernels.fixtures.ts";
import type { Kernels } from "../kernels.types.ts";
import { openKernels } from "../open-kernels.ts";

const [rowCount, columnCount] = [24, 30];
const pass = { rate: 0.05, regularization: 0.01, biasRegularization: 0.01, popularShare: 0.3 };

function problem(kernels: Kernels, size: number) {
  const { starts, columns } = randomRows({ rows: rowCount, columns: columnCount, seed: 3 });
  const rowOfEntry = Int32Array.from(columns, (_, at) => starts.findLastIndex((start) => start <= at));
  return {
    rows: { rows: rowCount, starts: kernels.copyInt32(starts), columns: kernels.copyInt32(columns) },
    rowOfEntry: kernels.copyInt32(rowOfEntry),
    weights: kernels.copyFloat32(
      randomNumbers(columns.length, 4).map((value) => 1 + value / 2),
      "weights",
    ),
    rowFactors: kernels.copyMatrix(randomNumbers(rowCount * size, 5), rowCount, size, "rows"),
    columnFactors: kernels.copyMatrix(randomNumbers(columnCount * size, 6), columnCount, size, "columns"),
    columnBiases: kernels.copyFloat32(randomNumbers(columnCount, 7), "biases"),
  };
}

/** The share of pairs of a seen and an unseen column that are in order. */
function shareInOrder({ rows, rowFactors, columnFactors, columnBiases }: ReturnType<typeof problem>): number {
  let [ordered, all] = [0, 0];
  for (let row = 0; row < rowCount; row++) {
    const seen = rows.columns.subarray(rows.starts[row], rows.starts[row + 1]);
    const x = rowFactors.values.subarray(row * rowFactors.stride, (row + 1) * rowFactors.stride);
    const scores = Array.from(columnBiases, (bias, column) =>
      x.reduce((sum, value, index) => sum + value * columnFactors.values[column * columnFactors.stride + index], bias),
    );
    for (const column of seen) {
      for (let other = 0; other < columnCount; other++) {
        if (seen.includes(other)) continue;
        all++;
        if (scores[column] > scores[other]) ordered++;
      }
    }
  }
  return ordered / all;
}

describeOnBoth("pairwise ranking", (open) => {
  it.each([1, 7, 16])("puts what a row has seen before what it has not, %i factors", (size) => {
    const kernels = open();
    const given = problem(kernels, size);
    for (let seed = 0; seed < 60; seed++) kernels.pairwise.rank(given, { ...pass, seed });
    expect(shareInOrder(given)).toBeGreaterThan(size === 1 ? 0.65 : 0.9);
    for (let row = 0; row < rowCount; row++) {
      const padding = given.rowFactors.values.subarray(
        row * given.rowFactors.stride + size,
        (row + 1) * given.rowFactors.stride,
      );
      expect(padding.every((value) => value === 0)).toBe(true);
    }
  });

  it("leaves alone a row that has seen nothing, or everything", () => {
    const kernels = open();
    const starts = [0, 0, 4];
    const given = {
      ...problem(kernels, 5),
      rows: { rows: 2, starts: kernels.copyInt32(starts), columns: kernels.copyInt32([0, 1, 2, 3]) },
      rowOfEntry: kernels.copyInt32([1, 1, 1, 1]),
      columnFactors: kernels.copyMatrix(randomNumbers(20, 6), 4, 5, "columns"),
    };
    const before = given.rowFactors.values.slice();
    kernels.pairwise.rank(given, { ...pass, seed: 9 });
    expect(given.rowFactors.values).toEqual(before);
  });
});

it("plain and SIMD take the same steps", () => {
  for (const size of [3, 8]) {
    const [plain, simd] = (["plain", "simd"] as const).map((implementation) => {
      const kernels = openKernels({ implementation });
      const given = problem(kernels, size);
      for (const seed of [1, 2 ** 32 - 1]) kernels.pairwise.rank(given, { ...pass, seed });
      return given;
    });
    expectClose(simd.rowFactors.values, plain.rowFactors.values);
    expectClose(simd.columnFactors.values, plain.columnFactors.values);
    expectClose(simd.columnBiases, plain.columnBiases);
    expect(simd.rowFactors.values).not.toEqual(problem(openKernels(), size).rowFactors.values);
  }
});

describe("two threads", () => {
  it("give the bytes that one gives", () => {
    const [one, two] = [1, 2].map((threads) => {
      const kernels = openKernels({ threads });
      const given = problem(kernels, 12);
      for (const seed of [1, 2, 3]) kernels.pairwise.rank(given, { ...pass, seed });
      kernels.close();
      return [given.rowFactors.values, given.columnFactors.values, given.columnBiases].map((values) => values.slice());
    });
    expect(two).toEqual(one);
  });
});
