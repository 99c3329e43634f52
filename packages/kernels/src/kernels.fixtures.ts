// What the kernels' specs share: both implementations, and seeded random input.
import { afterEach, describe, expect } from "vitest";
import type { KernelImplementation, Kernels } from "./kernels.types.ts";
import { openKernels } from "./open-kernels.ts";

/** Describes the same specs for the plain implementation and for SIMD on two threads. */
export function describeOnBoth(name: string, describeKernels: (open: () => Kernels) => void): void {
  describe.each<{ implementation: KernelImplementation; threads: number }>([
    { implementation: "plain", threads: 1 },
    { implementation: "simd", threads: 2 },
  ])(`${name}, $implementation`, (options) => {
    const opened: Kernels[] = [];
    afterEach(() => {
      for (const kernels of opened.splice(0)) kernels.close();
    });
    describeKernels(() => {
      const kernels = openKernels(options);
      opened.push(kernels);
      return kernels;
    });
  });
}

/** Uniform in [−1, 1), by a linear congruence. */
export function randomNumbers(length: number, seed: number): number[] {
  let state = (seed * 2_654_435_761) >>> 0;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  });
}

/** Rows of 0 to half of the columns, ascending; the first and the last row are empty. */
export function randomRows({ rows, columns, seed }: { rows: number; columns: number; seed: number }) {
  const chances = randomNumbers(rows * columns, seed);
  const entries = Array.from({ length: rows }, (_, row) =>
    row === 0 || row === rows - 1
      ? []
      : Array.from({ length: columns }, (_, column) => column).filter(
          (column) => chances[row * columns + column] > (row % 7) / 5,
        ),
  );
  const starts = new Int32Array(rows + 1);
  entries.forEach((row, index) => {
    starts[index + 1] = starts[index] + row.length;
  });
  return { rows, starts, columns: Int32Array.from(entries.flat()) };
}

/** Every number within `tolerance` of the expected one, relative to the largest expected. */
export function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance = 1e-4): void {
  expect(actual.length).toBe(expected.length);
  const scale = Math.max(1e-3, ...Array.from(expected, Math.abs));
  for (let index = 0; index < expected.length; index++) {
    expect(Math.abs(actual[index] - expected[index])).toBeLessThanOrEqual(tolerance * scale);
  }
}
