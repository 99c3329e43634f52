// The best films for a vector among the vectors of all.
import { createRandom } from "@matinee/engines";
import { type Kernels, type Matrix, openKernels } from "@matinee/kernels";
import type { BenchmarkContext, BenchmarkSection } from "../benchmark.types.ts";
import { medianTime } from "../median-time.ts";
import { runPeer } from "../peers.ts";
import { movieLens1M, movieLens25M, simulateRatings } from "../simulated-ratings.ts";

const factors = 64;
const implementations = [
  { by: "SIMD, 1 thread", threads: 1 },
  { by: "SIMD, 2 threads", threads: 2 },
];
/** A single question is over in a fraction of a millisecond. */
const repeats = 50;
const textDimensions = 384;
const texts = 9_742;

export const searchSection: BenchmarkSection = {
  name: "search",
  description: `the best films by inner product, k = ${factors}`,
  async run(context) {
    measureLargeCatalog(context);
    measureTexts(context);
    await measureEveryUser(context);
  },
};

function randomMatrix(kernels: Kernels, rows: number, columns: number, seed: number): Matrix {
  const random = createRandom(seed);
  const matrix = kernels.matrix(rows, columns);
  for (let at = 0; at < matrix.values.length; at++) matrix.values[at] = random() - 0.5;
  return matrix;
}

const emptyBest = (kernels: Kernels, queries: number, limit: number) => ({
  bestItems: kernels.int32(queries * limit),
  bestScores: kernels.float32(queries * limit),
});

const repeated = (work: () => void) => () => {
  for (let repeat = 0; repeat < repeats; repeat++) work();
};

function measureLargeCatalog({ runs, report }: BenchmarkContext): void {
  const limit = 100;
  const work = `top ${limit} of ${movieLens25M.items} films, a query`;
  for (const implementation of ["simd", "plain"] as const) {
    const kernels = openKernels({ implementation });
    const items = randomMatrix(kernels, movieLens25M.items, factors, 1);
    for (const queryCount of [1, 4, 64]) {
      const queries = randomMatrix(kernels, queryCount, factors, 2);
      const best = emptyBest(kernels, queryCount, limit);
      const search = () => kernels.search.search({ items }, queries, best);
      const batch = queryCount === 1 ? "alone" : `of ${queryCount}`;
      if (implementation === "simd") {
        const milliseconds = medianTime(runs, repeated(search)) / repeats / queryCount;
        report({ work, by: `SIMD, 1 thread, ${batch}`, milliseconds });
      } else if (queryCount === 1) report({ work, by: "plain", milliseconds: medianTime(1, search) });
    }
  }
}

function measureTexts({ runs, report }: BenchmarkContext): void {
  const kernels = openKernels();
  const random = createRandom(3);
  const values = kernels.int8(texts * textDimensions);
  for (let at = 0; at < values.length; at++) values[at] = Math.floor(255 * random()) - 127;
  const scales = kernels.float32(texts).fill(1 / textDimensions);
  const scores = kernels.float32(texts);
  const query = randomMatrix(kernels, 1, textDimensions, 4).values;
  const milliseconds =
    medianTime(
      runs,
      repeated(() =>
        kernels.search.byteScores({ items: texts, stride: textDimensions, values, scales }, query, scores),
      ),
    ) / repeats;
  report({ work: `cosines with ${texts} texts of ${textDimensions} bytes`, by: "SIMD, 1 thread", milliseconds });
}

/** Lists for all users of ML-1M-shaped data, their own films left out. */
async function measureEveryUser({ python, runs, report }: BenchmarkContext): Promise<void> {
  const dataset = simulateRatings(movieLens1M, 1);
  for (const limit of [10, 100]) {
    for (const { by, threads } of implementations) {
      const kernels = openKernels({ threads });
      const items = randomMatrix(kernels, dataset.itemCount, factors, 1);
      const queries = randomMatrix(kernels, dataset.userCount, factors, 2);
      const best = emptyBest(kernels, dataset.userCount, limit);
      const excluded = kernels.uint8(dataset.userCount * dataset.itemCount);
      const milliseconds = medianTime(runs, () => {
        excluded.fill(0);
        for (let row = 0; row < dataset.users.length; row++) {
          excluded[dataset.users[row]! * dataset.itemCount + dataset.items[row]!] = 1;
        }
        kernels.search.search({ items }, queries, { ...best, excluded });
      });
      kernels.close();
      const figures = { usersASecond: (1000 * dataset.userCount) / milliseconds };
      report({
        work: `top ${limit} of ${dataset.itemCount} films for ${dataset.userCount} users`,
        by,
        milliseconds,
        figures,
      });
    }
  }
  measureOneUser(dataset.itemCount, runs, report);
  if (python) for (const measured of await runPeer(python, "search", dataset, runs)) report(measured);
}

function measureOneUser(itemCount: number, runs: number, report: BenchmarkContext["report"]): void {
  const kernels = openKernels();
  const items = randomMatrix(kernels, itemCount, factors, 1);
  const query = randomMatrix(kernels, 1, factors, 2);
  const best = emptyBest(kernels, 1, 10);
  const milliseconds =
    medianTime(
      runs,
      repeated(() => kernels.search.search({ items }, query, best)),
    ) / repeats;
  report({ work: `top 10 of ${itemCount} films for one user`, by: "SIMD, 1 thread", milliseconds });
}
