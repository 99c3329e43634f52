// Matrix factorization by stochastic gradient descent on ML-1M-shaped data.
import { groupByUser, type RatingRows } from "@matinee/engines";
import { arrangeBlocks, type Kernels, openKernels } from "@matinee/kernels";
import type { BenchmarkSection } from "../benchmark.types.ts";
import { medianTime } from "../median-time.ts";
import { runPeer } from "../peers.ts";
import { movieLens1M, simulateRatings } from "../simulated-ratings.ts";

const step = { mean: 3.5, rate: 0.005, regularization: 0.02, implicitRegularization: 0.02 };

const works = [
  { work: "biased SVD, 20 epochs, k = 100", kernel: "factorize", factors: 100, epochs: 20 },
  { work: "SVD++ epoch, k = 20", kernel: "factorizeImplicit", factors: 20, epochs: 1 },
  { work: "biased NMF epoch, k = 15", kernel: "factorizeNonNegative", factors: 15, epochs: 1 },
] as const;

export const descentSection: BenchmarkSection = {
  name: "descent",
  description: "SVD, SVD++ and NMF by gradient descent on 6,040 × 3,706 with 1 M ratings",
  async run({ python, runs, report }) {
    const dataset = simulateRatings(movieLens1M, 1);
    const byUser = groupByUser(dataset);
    for (const { work, kernel, factors, epochs } of works) {
      for (const { by, ...options } of [
        { by: "SIMD, 1 thread", threads: 1 },
        { by: "SIMD, 2 threads", threads: 2 },
        { by: "plain", implementation: "plain" as const },
      ]) {
        const kernels = openKernels(options);
        const epoch = prepareEpoch(kernels, kernel, factors, byUser, dataset.itemCount);
        const timed = by === "plain" ? 1 : epochs;
        const milliseconds = medianTime(by === "plain" ? 1 : runs, () => {
          for (let done = 0; done < timed; done++) epoch();
        });
        report({ work, by, milliseconds: (milliseconds * epochs) / timed });
        kernels.close();
      }
    }
    if (python) for (const measured of await runPeer(python, "descent", dataset, runs)) report(measured);
  },
};

function prepareEpoch(
  kernels: Kernels,
  kernel: (typeof works)[number]["kernel"],
  factors: number,
  byUser: RatingRows,
  itemCount: number,
): () => void {
  const blocks = arrangeBlocks(kernels, byUser, itemCount);
  const filled = (rows: number) => {
    const matrix = kernels.matrix(rows, factors);
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < factors; column++) {
        matrix.values[row * matrix.stride + column] = ((row * 7919 + column * 104_729) % 1000) / 1e4;
      }
    }
    return matrix;
  };
  const learned = {
    userBiases: kernels.float32(blocks.userCount),
    itemBiases: kernels.float32(itemCount),
    userFactors: filled(blocks.userCount),
    itemFactors: filled(itemCount),
    implicitFactors: filled(itemCount),
    carries: kernels.matrix(blocks.userCount, factors),
  };
  return () => kernels.descent[kernel](blocks, learned, step);
}
