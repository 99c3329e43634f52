// One epoch of alternating least squares on ML-1M-shaped data, and a viewer folded in.
import { groupByItem, groupByUser, type RatingRows } from "@matinee/engines";
import { type Kernels, openKernels } from "@matinee/kernels";
import type { BenchmarkSection } from "../benchmark.types.ts";
import { measureViewer } from "../measure-viewer.ts";
import { medianTime } from "../median-time.ts";
import { runPeer } from "../peers.ts";
import { movieLens1M, simulateRatings } from "../simulated-ratings.ts";

const steps = 3;
const confidence = 9;
const ridge = 60;

export const ialsSection: BenchmarkSection = {
  name: "ials",
  description: "iALS, an epoch on 6,040 × 3,706 with 1 M ratings; a viewer of 1,000 ratings folded in",
  async run({ python, runs, report }) {
    const dataset = simulateRatings(movieLens1M, 1);
    const [byUser, byItem] = [groupByUser(dataset), groupByItem(dataset)];
    for (const factors of [64, 128]) {
      for (const solver of ["cg", "cholesky"] as const) {
        const work = `iALS epoch, ${solver === "cg" ? `${steps} CG steps` : "Cholesky"}, k = ${factors}`;
        for (const threads of [1, 2]) {
          const kernels = openKernels({ threads, implementation: "simd" });
          const epoch = prepareEpoch(kernels, { factors, solver, byUser, byItem });
          report({
            work,
            by: `SIMD, ${threads} thread${threads > 1 ? "s" : ""}`,
            milliseconds: medianTime(runs, epoch),
          });
          kernels.close();
        }
        if (factors === 64 && solver === "cg") {
          const epoch = prepareEpoch(openKernels({ implementation: "plain" }), { factors, solver, byUser, byItem });
          report({ work, by: "plain", milliseconds: medianTime(1, epoch) });
        }
      }
    }
    if (python) for (const measured of await runPeer(python, "ials", dataset, runs)) report(measured);

    measureViewer("ials", dataset, { runs, report });
  },
};

interface EpochOptions {
  readonly factors: number;
  readonly solver: "cg" | "cholesky";
  readonly byUser: RatingRows;
  readonly byItem: RatingRows;
}

function prepareEpoch(kernels: Kernels, { factors, solver, byUser, byItem }: EpochOptions): () => void {
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
      const problem = { ...side, unobservedWeight: 1, fixed, gram };
      if (solver === "cg") kernels.leastSquares.conjugateGradient(problem, steps);
      else kernels.leastSquares.cholesky(problem);
    });
  };
}
