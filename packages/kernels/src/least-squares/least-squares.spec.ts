import { describe, expect, it } from "vitest";
import { describeOnBoth, expectClose, randomNumbers, randomRows } from "../kernels.fixtures.ts";
import type { Kernels } from "../kernels.types.ts";
import { openKernels } from "../open-kernels.ts";

function problem(kernels: Kernels, size: number) {
  const columns = 40;
  const { starts, columns: entries } = randomRows({ rows: 37, columns, seed: 3 });
  const fixed = kernels.copyMatrix(randomNumbers(columns * size, 4), columns, size, "fixed");
  const gram = kernels.matrix(size, size);
  kernels.linear.gram(fixed, gram);
  for (let at = 0; at < gram.values.length; at++) gram.values[at] *= 0.5;
  return {
    rows: { rows: 37, starts: kernels.copyInt32(starts), columns: kernels.copyInt32(entries) },
    weights: kernels.copyFloat32(
      randomNumbers(entries.length, 5).map((value) => 4 + value),
      "weights",
    ),
    unobservedWeight: 0.5,
    fixed,
    gram,
    ridges: kernels.copyFloat32(
      randomNumbers(37, 7).map((value) => 2 + value),
      "ridges",
    ),
    solved: kernels.copyMatrix(randomNumbers(37 * size, 6), 37, size, "solved"),
  };
}

type Problem = ReturnType<typeof problem>;

describeOnBoth("least squares", (open) => {
  const solvers = {
    "conjugate gradients": ({ leastSquares }: Kernels, given: Problem, size: number) =>
      leastSquares.conjugateGradient(given, size + 8),
    cholesky: ({ leastSquares }: Kernels, given: Problem) => leastSquares.cholesky(given),
  };
  const cases = [1, 6, 16, 33, 72].flatMap((size) =>
    Object.entries(solvers).map(([by, solve]) => ({ size, by, solve })),
  );
  it.each(cases)("$by of $size factors reach the solution", ({ size, solve }) => {
    const kernels = open();
    const given = problem(kernels, size);
    const { rows, weights, unobservedWeight, fixed, gram, ridges, solved } = given;
    solve(kernels, given, size);
    for (let row = 0; row < rows.rows; row++) {
      const solution = solved.values.subarray(row * solved.stride, row * solved.stride + size);
      const entries = Array.from(
        { length: rows.starts[row + 1] - rows.starts[row] },
        (_, index) => rows.starts[row] + index,
      );
      const left = Array.from(solution, (own, index) => {
        const whole = gram.values.subarray(index * gram.stride, index * gram.stride + size);
        return whole.reduce((sum, value, column) => sum + value * solution[column], ridges[row] * own);
      });
      const right = left.map(() => 0);
      for (const entry of entries) {
        const other = fixed.values.subarray(
          rows.columns[entry] * fixed.stride,
          rows.columns[entry] * fixed.stride + size,
        );
        const product = other.reduce((sum, value, index) => sum + value * solution[index], 0);
        other.forEach((value, index) => {
          left[index] += weights[entry] * product * value;
          right[index] += (unobservedWeight + weights[entry]) * value;
        });
      }
      if (entries.length === 0) expect(solution.every((value) => value === 0)).toBe(true);
      else expectClose(left, right, 2e-3);
    }
  });
});

it("plain and SIMD agree, after some steps and exactly", () => {
  for (const size of [1, 5, 32, 40]) {
    for (const steps of [0, 1, 3]) {
      const [plain, simd] = (["plain", "simd"] as const).map((implementation) => {
        const kernels = openKernels({ implementation });
        const given = problem(kernels, size);
        if (steps === 0) kernels.leastSquares.cholesky(given);
        else kernels.leastSquares.conjugateGradient(given, steps);
        return given.solved.values;
      });
      expectClose(simd, plain);
    }
  }
});

describe("two threads", () => {
  it("give the bytes that one gives", () => {
    const [one, two] = [1, 2].map((threads) => {
      const kernels = openKernels({ threads });
      const given = problem(kernels, 24);
      kernels.leastSquares.conjugateGradient(given, 3);
      const approached = given.solved.values.slice();
      kernels.leastSquares.cholesky(given);
      kernels.close();
      return { approached, exact: given.solved.values.slice() };
    });
    expect(two).toEqual(one);
  });
});
