// Bayesian factorization by Gibbs sampling: a whole fit as myFM does it, and its costliest kernel.
import { bayesianSvdPlusPlusEngine, groupByUser, type RatingRows } from "@matinee/engines";
import { type Kernels, openKernels } from "@matinee/kernels";
import type { BenchmarkSection } from "../benchmark.types.ts";
import { medianTime } from "../median-time.ts";
import { runPeer } from "../peers.ts";
import { movieLens1M, movieLens100K, simulateRatings } from "../simulated-ratings.ts";

const rank = 10;
const iterations = 300;

export const gibbsSection: BenchmarkSection = {
  name: "gibbs",
  description: "Bayesian SVD++ with both implicit sets on 943 × 1,682 with 100,000 ratings",
  async run({ python, runs, report }) {
    const dataset = simulateRatings(movieLens100K, 1);
    const work = `Bayesian SVD++, rank ${rank}, ${iterations} iterations`;
    for (const threads of [1, 2]) {
      const hyperparameters = { likelihood: "gaussian", rank, iterations };
      const fit = () => void bayesianSvdPlusPlusEngine.fit(dataset, { hyperparameters, seed: 1, threads });
      report({ work, by: `SIMD, ${threads} thread${threads > 1 ? "s" : ""}`, milliseconds: medianTime(runs, fit) });
    }
    if (python) for (const measured of await runPeer(python, "gibbs", dataset, runs)) report(measured);

    const byUser = groupByUser(simulateRatings(movieLens1M, 1));
    for (const { by, ...options } of [
      { by: "SIMD, 1 thread", threads: 1 },
      { by: "SIMD, 2 threads", threads: 2 },
      { by: "plain", implementation: "plain" as const },
    ]) {
      const kernels = openKernels(options);
      const draw = prepareDraw(kernels, byUser);
      report({
        work: "drawing 6,040 users' vectors from 1 M ratings, rank 15",
        by,
        milliseconds: medianTime(by === "plain" ? 1 : runs, draw),
      });
      kernels.close();
    }
  },
};

function prepareDraw(kernels: Kernels, { starts, columns, stars }: RatingRows): () => void {
  const size = 16;
  const rows = starts.length - 1;
  const itemCount = movieLens1M.items;
  const fixed = kernels.matrix(itemCount, size);
  for (let row = 0; row < itemCount; row++) {
    for (let column = 0; column < size; column++) {
      fixed.values[row * fixed.stride + column] = ((row * 7919 + column * 104_729) % 1000) / 1e3 - 0.5;
    }
  }
  const draw = {
    rows: { rows, starts: kernels.copyInt32(starts), columns: kernels.copyInt32(columns) },
    order: kernels.copyInt32(Int32Array.from(columns.keys())),
    values: kernels.copyFloat32(stars, "stars"),
    offset: 3.5,
    rowPrecisions: kernels.float32(rows).fill(1),
    columnPrecisions: kernels.float32(itemCount).fill(1),
    fixed,
    drawn: {
      vectors: kernels.matrix(rows, size),
      own: kernels.matrix(rows, size),
      precisions: kernels.float32(size).fill(10),
    },
  };
  let key = 0;
  return () => kernels.sampling.drawRows({ ...draw, key: key++ });
}
