// One epoch of Bayesian personalized ranking on ML-1M-shaped data, and a viewer folded in.
import { type Dataset, getEngine } from "@matinee/engines";
import type { BenchmarkSection } from "../benchmark.types.ts";
import { measureViewer } from "../measure-viewer.ts";
import { runPeer } from "../peers.ts";
import { movieLens1M, simulateRatings } from "../simulated-ratings.ts";

const factors = 64;

export const bprSection: BenchmarkSection = {
  name: "bpr",
  description: "BPR, an epoch of as many steps as ratings on 6,040 × 3,706 with 1 M ratings; a viewer folded in",
  async run({ python, runs, report }) {
    const dataset = simulateRatings(movieLens1M, 1);
    const work = `BPR epoch, k = ${factors}`;
    for (const threads of [1, 2]) {
      const by = `SIMD, ${threads} thread${threads > 1 ? "s" : ""}`;
      report({ work, by, milliseconds: epochTime(dataset, threads, runs) });
    }
    if (python) for (const measured of await runPeer(python, "bpr", dataset, runs)) report(measured);
    measureViewer("bpr", dataset, { runs, report });
  },
};

/** Median of the epochs but the first, from the end of one to the end of the next. */
function epochTime(dataset: Dataset, threads: number, runs: number): number {
  const finishedAt: number[] = [];
  getEngine("bpr").fit(dataset, {
    seed: 1,
    threads,
    hyperparameters: { factors, epochs: runs + 1 },
    onProgress: () => finishedAt.push(performance.now()),
  });
  const times = finishedAt.slice(1).map((at, index) => at - finishedAt[index]!);
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}
