import { describe, expect, it } from "vitest";
import { describeOnBoth, expectClose, randomNumbers, randomRows } from "../kernels.fixtures.ts";
import type { Kernels } from "../kernels.types.ts";
import { openKernels } from "../open-kernels.ts";
import { normalProbability, normalQuantile } from "./random.plain.ts";

const rowCount = 37;
const columnCount = 40;
const key = 4_000_000_007;

/** Random ratings between 37 rows and 40 columns, vectors of both, and the columns as features of the rows. */
function problem(kernels: Kernels, size: number) {
  const given = randomRows({ rows: rowCount, columns: columnCount, seed: 3 });
  const entryCount = given.columns.length;
  const shuffled = Int32Array.from({ length: entryCount }, (_, at) => (at * 7 + 3) % entryCount);
  const owners = Int32Array.from(given.columns, (_, at) => given.starts.findLastIndex((start) => start <= at));
  const members = Array.from({ length: columnCount }, (_, column) =>
    Array.from(owners).filter((_, at) => given.columns[at] === column),
  );
  const featureStarts = new Int32Array(columnCount + 1);
  members.forEach((rows, column) => {
    featureStarts[column + 1] = featureStarts[column] + rows.length;
  });
  const copy = (values: number[], name: string) => kernels.copyFloat32(values, name);
  const positive = (length: number, seed: number) => randomNumbers(length, seed).map((value) => 1.5 + value);
  const matrix = (rows: number, seed: number) =>
    kernels.copyMatrix(randomNumbers(rows * size, seed), rows, size, "matrix");
  return {
    rows: { rows: rowCount, starts: kernels.copyInt32(given.starts), columns: kernels.copyInt32(given.columns) },
    order: kernels.copyInt32(shuffled),
    values: copy(randomNumbers(entryCount, 5), "values"),
    rowPrecisions: copy(positive(rowCount, 6), "precisions"),
    columnPrecisions: copy(positive(columnCount, 7), "precisions"),
    fixed: matrix(columnCount, 8),
    drawn: {
      vectors: matrix(rowCount, 9),
      own: matrix(rowCount, 10),
      precisions: copy(positive(size, 11), "precisions"),
    },
    features: {
      rows: columnCount,
      starts: kernels.copyInt32(featureStarts),
      columns: kernels.copyInt32(Int32Array.from(members.flat())),
    },
    scales: copy(positive(rowCount, 12), "scales"),
    featureVectors: matrix(columnCount, 13),
    means: copy(randomNumbers(size, 14), "means"),
    featurePrecisions: copy(positive(size, 15), "precisions"),
  };
}

/** Everything that one round of all steps writes. */
function playRound(kernels: Kernels, size: number) {
  const { featureVectors, means, featurePrecisions, features, scales, ...draw } = problem(kernels, size);
  const { rows, values, fixed, drawn, rowPrecisions } = draw;
  kernels.sampling.drawRows({ ...draw, offset: 0.25, key });
  const vectors = Float32Array.from(drawn.vectors.values);
  const own = Float32Array.from(drawn.own.values);
  kernels.sampling.drawFeatures({
    features,
    scales,
    rows: drawn,
    vectors: featureVectors,
    means,
    precisions: featurePrecisions,
    key,
  });
  const [scores, latents] = [kernels.float32(values.length), kernels.float32(values.length)];
  const [sums, squares] = [kernels.float32(rowPrecisions.length), kernels.float32(rowPrecisions.length)];
  kernels.sampling.scoreRows({
    ...{ rows, values, offset: 0.25, left: drawn.vectors, right: fixed },
    ...{ scores, sums, squares },
  });
  const levels = kernels.copyInt32(Int32Array.from(values, (_, at) => at % 4));
  const cuts = kernels.float64(5);
  cuts.set([-1e9, -1, 0, 1.5, 1e9]);
  const statistics = kernels.sampling.drawLatents({ scores, levels, cuts, latents, key });
  return {
    vectors,
    own,
    rest: drawn.own.values,
    featureVectors,
    scores,
    sums,
    squares,
    latents,
    levels,
    cuts,
    statistics,
  };
}

describe("SIMD sampling", () => {
  it.each([1, 3, 4, 11, 17])("of vectors of %i agrees with plain", (size) => {
    const plain = playRound(openKernels({ implementation: "plain" }), size);
    const simd = playRound(openKernels(), size);
    expectClose(simd.vectors, plain.vectors, 1e-3);
    expectClose(simd.own, plain.own, 1e-3);
    expectClose(simd.featureVectors.values, plain.featureVectors.values, 1e-3);
    expectClose(simd.rest, plain.rest, 1e-3);
    for (const name of ["scores", "sums", "squares", "latents"] as const) expectClose(simd[name], plain[name], 1e-3);
    for (const name of ["gradient", "diagonal", "beside"] as const) {
      expectClose(simd.statistics[name], plain.statistics[name], 1e-3);
    }
  });

  it("draws the same bytes with two threads", () => {
    const kernels = openKernels({ threads: 2 });
    expect(playRound(kernels, 11)).toEqual(playRound(openKernels(), 11));
    kernels.close();
  });
});

describeOnBoth("sampling", (open) => {
  it("draws rows without entries from their prior", () => {
    const kernels = open();
    const [count, size] = [5_000, 3];
    const fixed = kernels.matrix(1, size);
    const vectors = kernels.copyMatrix(new Float32Array(count * size).fill(2), count, size, "vectors");
    const own = kernels.matrix(count, size);
    const rows = { rows: count, starts: kernels.int32(count + 1), columns: kernels.int32(0) };
    const precisions = kernels.copyFloat32([1, 4, 100], "precisions");
    const ones = kernels.copyFloat32(new Float32Array(count).fill(1), "ones");
    kernels.sampling.drawRows({
      ...{ rows, order: kernels.int32(0), values: kernels.float32(0), offset: 0 },
      ...{ rowPrecisions: ones, columnPrecisions: ones, fixed, drawn: { vectors, own, precisions }, key },
    });
    [1, 0.5, 0.1].forEach((deviation, column) => {
      const drawn = Array.from({ length: count }, (_, row) => vectors.values[row * vectors.stride + column]);
      const mean = drawn.reduce((sum, value) => sum + value, 0) / count;
      const spread = Math.sqrt(drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count);
      expect(Math.abs(mean - 2)).toBeLessThan(5 * (deviation / Math.sqrt(count)));
      expect(Math.abs(spread / deviation - 1)).toBeLessThan(0.05);
      expect(own.values[column]).toBeCloseTo(vectors.values[column] - 2, 5);
    });
  });

  it("draws a bias around the mean of its entries and the prior's", () => {
    const kernels = open();
    const count = 4_000;
    // four entries of value 3 with noise of precision 2 against a prior N(0, 1/2): mean 8·3/10, precision 10
    const starts = kernels.copyInt32(Int32Array.from({ length: count + 1 }, (_, row) => row * 4));
    const ones = kernels.copyFloat32(new Float32Array(count).fill(1), "ones");
    const vectors = kernels.matrix(count, 1);
    kernels.sampling.drawRows({
      rows: { rows: count, starts, columns: kernels.int32(count * 4) },
      ...{ order: kernels.int32(count * 4), values: kernels.copyFloat32([3], "values"), offset: 0 },
      ...{ rowPrecisions: ones, columnPrecisions: kernels.copyFloat32([2], "precisions"), fixed: kernels.matrix(1, 1) },
      drawn: { vectors, own: kernels.matrix(count, 1), precisions: kernels.copyFloat32([2], "precisions") },
      key,
    });
    const drawn = Array.from({ length: count }, (_, row) => vectors.values[row * vectors.stride]);
    const mean = drawn.reduce((sum, value) => sum + value, 0) / count;
    const variance = drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count;
    expect(Math.abs(mean - 2.4)).toBeLessThan(5 * Math.sqrt(0.1 / count));
    expect(Math.abs(variance / 0.1 - 1)).toBeLessThan(0.1);
  });

  it("keeps own + predicted: what features gain their rows' own lose", () => {
    const kernels = open();
    const { features, scales, drawn, featureVectors, means, featurePrecisions } = problem(kernels, 5);
    const totals = () => {
      const sums = Float64Array.from(drawn.own.values);
      for (let feature = 0; feature < features.rows; feature++) {
        for (let at = features.starts[feature]; at < features.starts[feature + 1]; at++) {
          const row = features.columns[at];
          for (let column = 0; column < 5; column++) {
            sums[row * 8 + column] += scales[row] * featureVectors.values[feature * 8 + column];
          }
        }
      }
      return sums;
    };
    const before = totals();
    const vectorsBefore = featureVectors.values.slice();
    kernels.sampling.drawFeatures({
      ...{ features, scales, rows: drawn, vectors: featureVectors, means, precisions: featurePrecisions, key },
    });
    expectClose(totals(), before, 1e-4);
    expect(featureVectors.values).not.toEqual(vectorsBefore);
  });

  it("draws latents within their level's cuts, and finds the slope of the likelihood", () => {
    const { scores, latents, levels, cuts, statistics } = playRound(open(), 4);
    latents.forEach((latent, at) => {
      expect(latent).toBeGreaterThanOrEqual(cuts[levels[at]] - 1e-4);
      expect(latent).toBeLessThanOrEqual(cuts[levels[at] + 1] + 1e-4);
    });
    const logLikelihood = (moved: number, step: number) =>
      scores.reduce((sum, score, at) => {
        const bound = (cut: number) => normalProbability(cuts[cut] + (cut === moved ? step : 0) - score);
        return sum + Math.log(bound(levels[at] + 1) - bound(levels[at]));
      }, 0);
    for (const cut of [1, 2, 3]) {
      const slope = (logLikelihood(cut, 1e-3) - logLikelihood(cut, -1e-3)) / 2e-3;
      expect(statistics.gradient[cut]).toBeCloseTo(slope, 1);
      const curve = (logLikelihood(cut, 0.02) + logLikelihood(cut, -0.02) - 2 * logLikelihood(cut, 0)) / 0.02 ** 2;
      expect(Math.abs(statistics.diagonal[cut] / -curve - 1)).toBeLessThan(0.02);
    }
  });
});

it("inverts the normal distribution", () => {
  for (const x of [-5, -2.5, -1, -0.1, 0, 0.7, 2, 4]) expect(normalQuantile(normalProbability(x))).toBeCloseTo(x, 2);
  expect(normalProbability(1.644854)).toBeCloseTo(0.95, 6);
});
