// Linear models on all pairs of items and what they are made of, on ML-1M-shaped data.
import { getEngine, groupByItem } from "@matinee/engines";
import { type Kernels, openKernels, type SparseMatrix } from "@matinee/kernels";
import type { BenchmarkContext, BenchmarkSection } from "../benchmark.types.ts";
import { medianTime } from "../median-time.ts";
import { runPeer } from "../peers.ts";
import { movieLens1M, simulateRatings } from "../simulated-ratings.ts";

const regularization = 400;

export const easeSection: BenchmarkSection = {
  name: "ease",
  description: "Gram matrices, the symmetric inverse, EASE and RP3beta, 6,040 × 3,706 with 1 M ratings",
  async run({ python, runs, report }) {
    const dataset = simulateRatings(movieLens1M, 1);
    const { userCount, itemCount } = dataset;
    for (const { by, ...options } of [
      { by: "SIMD, 1 thread", threads: 1 },
      { by: "SIMD, 2 threads", threads: 2 },
      { by: "plain", implementation: "plain" as const },
    ]) {
      const kernels = openKernels(options);
      const times = by === "plain" ? 1 : runs;
      for (const factors of [64, 128]) reportDenseGram(kernels, factors, userCount, { by, runs: times, report });
      const gram = kernels.matrix(itemCount, itemCount);
      const sparse = sparseMatrix(kernels, userCount, groupByItem(dataset));
      const sparseGram = () => kernels.linear.sparseGram(sparse, gram);
      report({ work: "XᵀX of the ratings", by, milliseconds: medianTime(times, sparseGram) });
      if (by !== "plain") {
        // restored before each run, so it is measured apart and taken off
        const restored = gram.values.slice();
        for (let item = 0; item < itemCount; item++) restored[item * gram.stride + item]! += regularization;
        const restore = () => gram.values.set(restored);
        const both = medianTime(runs, () => {
          restore();
          kernels.linear.invertSymmetric(gram);
        });
        report({ work: `inverse, n = ${itemCount}`, by, milliseconds: both - medianTime(runs, restore) });
      }
      kernels.close();
    }
    for (const name of ["ease", "rp3beta"]) {
      for (const threads of [1, 2]) {
        const fit = () => getEngine(name).fit(dataset, { seed: 1, threads });
        report({
          work: `${name} fit`,
          by: threads === 1 ? "1 thread" : "2 threads",
          milliseconds: medianTime(runs, fit),
        });
      }
    }
    if (python) for (const measured of await runPeer(python, "ease", dataset, runs)) report(measured);
  },
};

function reportDenseGram(
  kernels: Kernels,
  factors: number,
  rows: number,
  { by, runs, report }: { by: string } & Pick<BenchmarkContext, "runs" | "report">,
): void {
  const matrix = kernels.matrix(rows, factors);
  matrix.values.forEach((_, at, values) => {
    values[at] = ((at * 7919) % 1000) / 1e4 - 0.05;
  });
  const gram = kernels.matrix(factors, factors);
  const milliseconds = medianTime(runs, () => kernels.linear.gram(matrix, gram));
  report({ work: `Gram of ${rows} × ${factors}`, by, milliseconds });
}

/** The ratings as ones. */
function sparseMatrix(kernels: Kernels, userCount: number, byItem: ReturnType<typeof groupByItem>): SparseMatrix {
  const itemCount = byItem.starts.length - 1;
  const starts = kernels.int32(userCount + 1);
  for (const user of byItem.columns) starts[user + 1]!++;
  for (let user = 0; user < userCount; user++) starts[user + 1]! += starts[user]!;
  const next = starts.slice(0, userCount);
  const columns = kernels.int32(byItem.columns.length);
  for (let item = 0; item < itemCount; item++) {
    for (let at = byItem.starts[item]!; at < byItem.starts[item + 1]!; at++)
      columns[next[byItem.columns[at]!]!++] = item;
  }
  const ones = kernels.float32(columns.length).fill(1);
  return {
    byRow: { rows: userCount, starts, columns },
    rowValues: ones,
    byColumn: {
      rows: itemCount,
      starts: kernels.copyInt32(byItem.starts),
      columns: kernels.copyInt32(byItem.columns),
    },
    columnValues: ones,
  };
}
