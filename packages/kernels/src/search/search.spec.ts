import { describe, expect, it } from "vitest";
import { describeOnBoth, expectClose, randomNumbers } from "../kernels.fixtures.ts";
import type { Kernels } from "../kernels.types.ts";
import type { Matrix } from "../memory/memory.types.ts";
import { openKernels } from "../open-kernels.ts";

interface Sizes {
  readonly items: number;
  readonly queries: number;
  readonly columns: number;
  readonly limit: number;
}

function problem(kernels: Kernels, { items, queries, columns, limit }: Sizes) {
  return {
    items: kernels.copyMatrix(randomNumbers(items * columns, 1), items, columns, "items"),
    queries: kernels.copyMatrix(randomNumbers(queries * columns, 2), queries, columns, "queries"),
    best: emptyBest(kernels, queries, limit),
  };
}

const emptyBest = (kernels: Kernels, queries: number, limit: number) => ({
  bestItems: kernels.int32(queries * limit),
  bestScores: kernels.float32(queries * limit),
});

const rowOf = ({ values, stride, columns }: Matrix, row: number) =>
  Array.from(values.subarray(row * stride, row * stride + columns));

const wanted = (scores: readonly number[], limit: number, isExcluded: (item: number) => boolean = () => false) => {
  const ranked = [...scores.keys()].filter((item) => !isExcluded(item)).sort((a, b) => scores[b] - scores[a] || a - b);
  return Array.from({ length: limit }, (_, place) => ranked[place] ?? -1);
};

const queryCounts = [1, 2, 3, 4, 5, 9];
const manySizes = [
  { items: 1, columns: 1, limit: 1 },
  { items: 7, columns: 5, limit: 9 },
  { items: 8, columns: 64, limit: 3 },
  { items: 1_001, columns: 22, limit: 20 },
];

describeOnBoth("search", (open) => {
  it.each(manySizes)("scores $items items of $columns columns", (sizes) => {
    const kernels = open();
    for (const queryCount of queryCounts) {
      const { items, queries } = problem(kernels, { ...sizes, queries: queryCount });
      const scales = kernels.copyFloat32(randomNumbers(sizes.items, 3), "scales");
      const scores = kernels.matrix(queryCount, sizes.items);
      for (const given of [{ items }, { items, scales }]) {
        kernels.search.scores(given, queries, scores);
        for (let query = 0; query < queryCount; query++) {
          const vector = rowOf(queries, query);
          const expected = Array.from({ length: sizes.items }, (_, item) => {
            const product = rowOf(items, item).reduce((sum, value, column) => sum + value * vector[column], 0);
            return given.scales ? product * given.scales[item] : product;
          });
          expectClose(rowOf(scores, query), expected);
        }
      }
    }
  });

  it.each([
    [1, 1],
    [6, 7],
    [13, 384],
    [5, 1_000],
  ])("scores %i items of %i bytes as floats do", (items, columns) => {
    const kernels = open();
    const stride = Math.ceil(columns / 8) * 8;
    const values = kernels.int8(items * stride);
    const query = kernels.float32(stride);
    query.set(randomNumbers(columns, 5));
    randomNumbers(items * columns, 6).forEach((value, at) => {
      values[Math.floor(at / columns) * stride + (at % columns)] = Math.round(127 * value);
    });
    const scales = kernels.copyFloat32(randomNumbers(items, 7), "scales");
    const scores = kernels.float32(items);
    kernels.search.byteScores({ items, stride, values, scales }, query, scores);
    const exact = Array.from(
      scales,
      (scale, item) => query.reduce((sum, value, index) => sum + value * values[item * stride + index], 0) * scale,
    );
    expectClose(scores, exact);
  });

  it.each(manySizes)("finds the best $limit of $items items, none excluded", (sizes) => {
    const kernels = open();
    for (const queryCount of queryCounts) {
      const { items, queries, best } = problem(kernels, { ...sizes, queries: queryCount });
      const scales = kernels.copyFloat32(randomNumbers(sizes.items, 3), "scales");
      const excluded = kernels.uint8(queryCount * sizes.items);
      randomNumbers(excluded.length, 4).forEach((value, at) => {
        excluded[at] = value > 0.4 ? 1 : 0;
      });
      const scores = kernels.matrix(queryCount, sizes.items);
      kernels.search.scores({ items, scales }, queries, scores);
      kernels.search.search({ items, scales }, queries, { ...best, excluded });
      const selected = emptyBest(kernels, queryCount, sizes.limit);
      kernels.search.select(scores, { ...selected, excluded });
      for (let query = 0; query < queryCount; query++) {
        const row = rowOf(scores, query);
        const expected = wanted(row, sizes.limit, (item) => excluded[query * sizes.items + item] === 1);
        const places = [query * sizes.limit, (query + 1) * sizes.limit];
        expect(Array.from(best.bestItems.subarray(...places))).toEqual(expected);
        expect(Array.from(best.bestScores.subarray(...places))).toEqual(expected.map((item) => row[item] ?? -Infinity));
      }
      expect(selected.bestItems.slice()).toEqual(best.bestItems.slice());
      expect(selected.bestScores.slice()).toEqual(best.bestScores.slice());
    }
  });

  it("prefers the lower index among equal scores, in every order of arrival", () => {
    const kernels = open();
    const scores = kernels.matrix(3, 203);
    const rows = [(item: number) => item % 4, (item: number) => (item * 7) % 5, () => 2].map((scoreOf) =>
      Array.from({ length: 203 }, (_, item) => scoreOf(item)),
    );
    rows.forEach((row, index) => {
      scores.values.set(row, index * scores.stride);
    });
    const best = emptyBest(kernels, 3, 70);
    kernels.search.select(scores, best);
    expect(Array.from(best.bestItems)).toEqual(rows.flatMap((row) => wanted(row, 70)));
  });

  it("finds nothing where everything is excluded, where nothing is asked, and among no items", () => {
    const kernels = open();
    const { items, queries, best } = problem(kernels, { items: 30, queries: 5, columns: 6, limit: 4 });
    const everything = kernels.uint8(5 * 30).fill(1);
    kernels.search.search({ items }, queries, { ...best, excluded: everything });
    expect(best.bestItems.every((item) => item === -1)).toBe(true);
    expect(best.bestScores.every((score) => score === Number.NEGATIVE_INFINITY)).toBe(true);
    best.bestItems.fill(3);
    kernels.search.search({ items: kernels.matrix(0, 6) }, queries, best);
    expect(best.bestItems.every((item) => item === -1)).toBe(true);
    kernels.search.search({ items }, queries, emptyBest(kernels, 5, 0));
    kernels.search.search({ items }, kernels.matrix(0, 6), emptyBest(kernels, 0, 4));
  });

  it("leaves NaN out", () => {
    const kernels = open();
    const scores = kernels.matrix(1, 9);
    scores.values.set([1, Number.NaN, 3, 2, Number.NaN, 0, 0, 0, Number.NaN]);
    const best = emptyBest(kernels, 1, 3);
    kernels.search.select(scores, best);
    expect(Array.from(best.bestItems)).toEqual([2, 3, 0]);
  });
});

describe("a batch", () => {
  it("gives the bytes that each query alone gives, on one thread and on two", () => {
    const sizes = { items: 333, columns: 40, limit: 50 };
    const [one, two] = [1, 2].map((threads) => {
      const kernels = openKernels({ threads });
      const { items, queries, best } = problem(kernels, { ...sizes, queries: 71 });
      kernels.search.search({ items }, queries, best);
      for (let query = 0; query < queries.rows; query++) {
        const alone = emptyBest(kernels, 1, sizes.limit);
        const values = queries.values.subarray(query * queries.stride, (query + 1) * queries.stride);
        kernels.search.search({ items }, { ...queries, rows: 1, values }, alone);
        const places = [query * sizes.limit, (query + 1) * sizes.limit];
        expect(best.bestItems.slice(...places)).toEqual(alone.bestItems.slice());
        expect(best.bestScores.slice(...places)).toEqual(alone.bestScores.slice());
      }
      kernels.close();
      return best.bestScores.slice();
    });
    expect(two).toEqual(one);
  });
});
