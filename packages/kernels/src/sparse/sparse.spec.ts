import { describe, expect, it } from "vitest";
import { describeOnBoth, expectClose, randomNumbers, randomRows } from "../kernels.fixtures.ts";
import type { Kernels } from "../kernels.types.ts";
import { openKernels } from "../open-kernels.ts";
import type { RowSimilarity } from "./sparse.types.ts";

const rowCount = 41;
const columnCount = 30;
const given = randomRows({ rows: rowCount, columns: columnCount, seed: 3 });
const random = randomNumbers(given.columns.length, 4);
/** Column → value of each row. */
const maps = Array.from({ length: rowCount }, (_, row) => {
  const entries = Array.from({ length: given.starts[row + 1] - given.starts[row] }, (_, at) => given.starts[row] + at);
  return new Map(entries.map((entry) => [given.columns[entry], Math.fround(random[entry])]));
});

function problem(kernels: Kernels, similarity: RowSimilarity) {
  const byColumn = Array.from({ length: columnCount }, (_, column) =>
    [...maps.keys()].filter((row) => maps[row].has(column)),
  );
  const starts = [0];
  for (const rows of byColumn) starts.push(starts[starts.length - 1] + rows.length);
  const values = byColumn.flatMap((rows, column) => rows.map((row) => maps[row].get(column)!));
  return {
    rows: { rows: rowCount, starts: kernels.copyInt32(given.starts), columns: kernels.copyInt32(given.columns) },
    values: kernels.copyFloat32(random, "values"),
    transposed: {
      rows: columnCount,
      starts: kernels.copyInt32(starts),
      columns: kernels.copyInt32(byColumn.flat()),
    },
    transposedValues: kernels.copyFloat32(values, "transposed values"),
    similarity,
  };
}

function sharedPairs(row: number, other: number) {
  return [...maps[row]].flatMap(([column, x]) => (maps[other].has(column) ? [{ x, y: maps[other].get(column)! }] : []));
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describeOnBoth("sparse", (open) => {
  const similar = (kernels: Kernels, similarity: RowSimilarity, limit: number) => {
    const best = { bestRows: kernels.int32(rowCount * limit), bestScores: kernels.float32(rowCount * limit) };
    kernels.sparse.similarRows(problem(kernels, similarity), { first: 0, count: rowCount, ...best });
    return best;
  };

  function expectSimilar(
    { bestRows, bestScores }: { bestRows: Int32Array; bestScores: Float32Array },
    expected: (row: number, other: number) => number,
  ): void {
    const limit = bestRows.length / rowCount;
    for (let row = 0; row < rowCount; row++) {
      const scores = [...maps.keys()]
        .filter((other) => other !== row)
        .map((other) => expected(row, other))
        .filter((score) => score > 1e-7)
        .sort((a, b) => b - a)
        .slice(0, limit);
      const found = Array.from(bestRows.subarray(row * limit, (row + 1) * limit)).filter((other) => other >= 0);
      expectClose(bestScores.subarray(row * limit, row * limit + scores.length), scores);
      expectClose(
        found.map((other) => expected(row, other)),
        scores,
      );
      expect(new Set(found).size).toBe(found.length);
      expect(found.includes(row)).toBe(false);
    }
  }

  it.each([1, 7, 60])("finds the %i rows of the highest scaled product, shrunk", (limit) => {
    const kernels = open();
    const rowScales = kernels.copyFloat32(
      randomNumbers(rowCount, 5).map((value) => value + 2),
      "row scales",
    );
    const columnScales = kernels.copyFloat32(
      randomNumbers(rowCount, 6).map((value) => value + 2),
      "column scales",
    );
    const offsets = kernels.copyFloat32(randomNumbers(rowCount, 7), "offsets");
    const scaled = (row: number, other: number, offset: number) => {
      const pairs = sharedPairs(row, other);
      const product = sum(pairs.map(({ x, y }) => x * y)) - offset;
      return pairs.length === 0
        ? 0
        : (product * rowScales[row] * columnScales[other] * pairs.length) / (pairs.length + 3);
    };
    const similarity = { kind: "whole" as const, rowScales, columnScales, shrinkage: 3 };
    expectSimilar(similar(kernels, similarity, limit), (row, other) => scaled(row, other, 0));
    expectSimilar(similar(kernels, { ...similarity, offsets }, limit), (row, other) =>
      scaled(row, other, offsets[row] * offsets[other]),
    );
  });

  it.each([1, 7, 60])("finds the %i rows of the highest correlation over shared columns, shrunk", (limit) => {
    expectSimilar(similar(open(), { kind: "shared", shrinkage: 4 }, limit), (row, other) => {
      const pairs = sharedPairs(row, other);
      if (pairs.length < 2) return 0;
      const lengths = sum(pairs.map(({ x }) => x * x)) * sum(pairs.map(({ y }) => y * y));
      const product = sum(pairs.map(({ x, y }) => x * y));
      return ((product / Math.sqrt(lengths)) * (pairs.length - 1)) / (pairs.length + 3);
    });
  });

  it("answers a part of the rows as it answers all, and nothing where nothing is asked", () => {
    const kernels = open();
    const limit = 5;
    const similarity = { kind: "shared" as const, shrinkage: 1 };
    const all = similar(kernels, similarity, limit);
    const part = { bestRows: kernels.int32(9 * limit), bestScores: kernels.float32(9 * limit) };
    kernels.sparse.similarRows(problem(kernels, similarity), { first: 20, count: 9, ...part });
    expect(part.bestRows.slice()).toEqual(all.bestRows.slice(20 * limit, 29 * limit));
    expect(part.bestScores.slice()).toEqual(all.bestScores.slice(20 * limit, 29 * limit));
    similar(kernels, similarity, 0);
  });

  it("prefers the lower of equally similar rows, and finds no row for one without entries", () => {
    const kernels = open();
    const ones = { starts: [0, 1, 2, 3, 4, 4], columns: [0, 0, 0, 0] };
    const best = { bestRows: kernels.int32(5 * 2), bestScores: kernels.float32(5 * 2) };
    const scales = kernels.float32(5).fill(1);
    kernels.sparse.similarRows(
      {
        rows: { rows: 5, starts: kernels.copyInt32(ones.starts), columns: kernels.copyInt32(ones.columns) },
        values: kernels.float32(4).fill(1),
        transposed: { rows: 1, starts: kernels.copyInt32([0, 4]), columns: kernels.copyInt32([3, 1, 0, 2]) },
        transposedValues: kernels.float32(4).fill(1),
        similarity: { kind: "whole", rowScales: scales, columnScales: scales, shrinkage: 0 },
      },
      { first: 0, count: 5, ...best },
    );
    expect(Array.from(best.bestRows)).toEqual([1, 2, 0, 2, 0, 1, 0, 1, -1, -1]);
  });
});

describe("two threads", () => {
  it("give the bytes that one gives", () => {
    const [one, two] = [1, 2].map((threads) => {
      const kernels = openKernels({ threads });
      const best = { bestRows: kernels.int32(rowCount * 6), bestScores: kernels.float32(rowCount * 6) };
      const similarity = { kind: "shared" as const, shrinkage: 2 };
      kernels.sparse.similarRows(problem(kernels, similarity), { first: 0, count: rowCount, ...best });
      kernels.close();
      return { rows: best.bestRows.slice(), scores: best.bestScores.slice() };
    });
    expect(two).toEqual(one);
  });
});
