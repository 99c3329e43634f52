// The most similar films of every film on ML-1M-shaped data.
import { type Dataset, groupByItem, groupByUser, itemKnnEngine, type RatingRows } from "@matinee/engines";
import { type Kernels, openKernels } from "@matinee/kernels";
import type { BenchmarkSection } from "../benchmark.types.ts";
import { medianTime } from "../median-time.ts";
import { runPeer } from "../peers.ts";
import { movieLens1M, simulateRatings } from "../simulated-ratings.ts";

const neighbors = 150;
const implementations = [
  { by: "SIMD, 1 thread", threads: 1 },
  { by: "SIMD, 2 threads", threads: 2 },
];

export const neighborsSection: BenchmarkSection = {
  name: "neighbors",
  description: "similar films, 6,040 × 3,706 with 1 M ratings",
  async run({ python, runs, report }) {
    const dataset = simulateRatings(movieLens1M, 1);
    for (const kind of ["whole", "shared"] as const) {
      const work = kind === "whole" ? `item-kNN, cosine, ${neighbors} kept` : "item-kNN, Pearson-baseline";
      for (const { by, threads } of implementations) {
        const kernels = openKernels({ threads });
        const find = prepare(kernels, dataset, kind);
        report({ work, by, milliseconds: medianTime(runs, find) });
        kernels.close();
      }
    }
    for (const { by, threads } of implementations) {
      const milliseconds = medianTime(runs, () => itemKnnEngine.fit(dataset, { seed: 1, threads }));
      report({ work: "item-knn, fit in whole", by, milliseconds });
    }
    if (python) for (const measured of await runPeer(python, "neighbors", dataset, runs)) report(measured);
  },
};

/** Stars less their mean of 3.5 or so, as they would be less their baselines: the work is the same. */
function prepare(kernels: Kernels, dataset: Dataset, kind: "whole" | "shared"): () => void {
  const { itemCount } = dataset;
  const rowsOf = ({ starts, columns }: RatingRows) => ({
    rows: starts.length - 1,
    starts: kernels.copyInt32(starts),
    columns: kernels.copyInt32(columns),
  });
  const valuesOf = ({ stars }: RatingRows) =>
    kernels.copyFloat32(
      stars.map((value) => value - 3.5),
      "values",
    );
  const [byItem, byUser] = [groupByItem(dataset), groupByUser(dataset)];
  const rowScales = kernels.float32(itemCount).fill(1);
  const problem = {
    rows: rowsOf(byItem),
    values: valuesOf(byItem),
    transposed: rowsOf(byUser),
    transposedValues: valuesOf(byUser),
    similarity:
      kind === "shared" ? { kind, shrinkage: 100 } : { kind, rowScales, columnScales: rowScales, shrinkage: 0 },
  };
  const best = {
    bestRows: kernels.int32(itemCount * neighbors),
    bestScores: kernels.float32(itemCount * neighbors),
  };
  return () => kernels.sparse.similarRows(problem, { first: 0, count: itemCount, ...best });
}
