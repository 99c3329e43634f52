// One epoch of alternating least squares on ML-1M-shaped data.
import { groupByItem, groupByUser, type RatingRows } from "@matinee/engines";
import { type Kernels, openKernels } from "@matinee/kernels";
import type { BenchmarkSection } from "../benchmark.types.ts";
import { medianTime } from "../median-time.ts";
import { runPeer } from "../peers.ts";
import { movieLens1M, simulateRatings } from "../simulated-ratings.ts";

const steps = 3;
const confidence = 9;
const ridge = 60;

export const ialsSection: BenchmarkSection = {
  name: "ials",
  description: "iALS, an epoch on 6,040 × 3,706 with 1 M ratings",
  async run({ python, runs, report }) {
    const dataset = simulateRatings(movieLens1M, 1);
    for (const factors of [64, 128]) {
      const work = `iALS epoch, ${steps} CG steps, k = ${factors}`;
      for (const { by, ...options } of [
        { by: "SIMD, 1 thread", threads: 1 },
        { by: "SIMD, 2 threads", threads: 2 },
        { by: "plain", implementation: "plain" as const },
      ]) {
        const kernels = openKernels(options);
        const epoch = prepareEpoch(kernels, factors, groupByUser(dataset), groupByItem(dataset));
        report({ work, by, milliseconds: medianTime(by === "plain" ? 1 : runs, epoch) });
        kernels.close();
      }
    }
    if (python) for (const measured of await runPeer(python, "ials", dataset, runs)) report(measured);
  },
};

function prepareEpoch(kernels: Kernels, factors: number, byUser: RatingRows, byItem: RatingRows): () => void {
  const sides = [byUser, byItem].map(({ starts, columns }) => ({
    rows: { rows: starts.length - 1, starts: kernels.copyInt32(starts), columns: kernels.copyInt32(columns) },
    weights: kernels.copyFloat32(new Float32Array(columns.length).fill(confidence - 1), "weights"),
    ridges: kernels.copyFloat32(new Float32Array(starts.length - 1).fill(ridge), "ridges"),
    solved: kernels.matrix(starts.length - 1, factors),
  }));
  const gram = kernels.matrix(factors, factors);
  for (const { solved } of sides)
    solved.values.set(Float32Array.from(solved.values, (_, at) => ((at * 7919) % 1000) / 1e4 - 0.05));
  return () => {
    sides.forEach((side, index) => {
      const fixed = sides[1 - index]!.solved;
      kernels.linear.gram(fixed, gram);
      kernels.leastSquares.conjugateGradient({ ...side, unobservedWeight: 1, fixed, gram }, steps);
    });
  };
}
