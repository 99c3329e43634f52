import { type Dataset, type EngineName, getEngine } from "@matinee/engines";
import type { BenchmarkContext } from "./benchmark.types.ts";
import { medianTime } from "./median-time.ts";

const ratings = 1000;
const factors = 64;
const warmUps = 30;
const fewestRuns = 21;

/** A viewer who changed a rating: his factors found again and all films scored. */
export function measureViewer(
  engine: EngineName,
  dataset: Dataset,
  { runs, report }: Pick<BenchmarkContext, "runs" | "report">,
): void {
  const { recommends } = getEngine(engine).fit(dataset, {
    seed: 1,
    threads: 2,
    hyperparameters: { factors, epochs: 2 },
  });
  const items = Int32Array.from({ length: ratings }, (_, index) => Math.floor((index * dataset.itemCount) / ratings));
  const ask = () => {
    const stars = Float32Array.from(items, (item) => 1 + (item % 9) / 2);
    recommends!.scoreItems({ items, stars, ratedAt: new Float64Array(ratings) });
  };
  for (let warmUp = 0; warmUp < warmUps; warmUp++) ask();
  report({
    work: `viewer of ${ratings} ratings folded in, ${dataset.itemCount} films scored, k = ${factors}`,
    by: engine,
    milliseconds: medianTime(Math.max(fewestRuns, runs), ask),
  });
}
