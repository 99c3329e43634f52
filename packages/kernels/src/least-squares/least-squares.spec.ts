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
  for (let index = 0; index < size; index++) gram.values[index * gram.stride + index] += 2;
  return {
    rows: { rows: 37, starts: kernels.copyInt32(starts), columns: kernels.copyInt32(entries) },
    weights: kernels.copyFloat32(
      randomNumbers(entries.length, 5).map((value) => 4 + value),
      "weights",
    ),
    fixed,
    gram,
    solved: kernels.copyMatrix(randomNumbers(37 * size, 6), 37, size, "solved"),
  };
}

describeOnBoth("least squares", (open) => {
  it.each([1, 6, 16, 33])("conjugate gradients of %i factors reach the solution", (size) => {
    const kernels = open();
    const { rows, weights, fixed, gram, solved } = problem(kernels, size);
    kernels.leastSquares.conjugateGradient({ rows, weights, fixed, gram, solved }, size + 8);
    for (let row = 0; row < rows.rows; row++) {
      const solution = solved.values.subarray(row * solved.stride, row * solved.stride + size);
      const entries = Array.from(
        { length: rows.starts[row + 1] - rows.starts[row] },
        (_, index) => rows.starts[row] + index,
      );
      const left = Array.from(solution, (_, index) => {
        const whole = gram.values.subarray(index * gram.stride, index * gram.stride + size);
        return whole.reduce((sum, value, column) => sum + value * solution[column], 0);
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
          right[index] += (1 + weights[entry]) * value;
        });
      }
      if (entries.length === 0) expect(solution.every((value) => value === 0)).toBe(true);
      else expectClose(left, right, 2e-3);
    }
  });
});

describe("two threads", () => {
  it("give the bytes that one gives", () => {
    const [one, two] = [1, 2].map((threads) => {
      const kernels = openKernels({ threads });
      const given = problem(kernels, 24);
      kernels.leastSquares.conjugateGradient(given, 3);
      kernels.close();
      return given.solved.values.slice();
    });
    expect(two).toEqual(one);
  });
});
