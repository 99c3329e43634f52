import { join } from "node:path";
import { readCatalog } from "@matinee/datasets";
import { type Dataset, type EngineName, getEngine } from "@matinee/engines";
import { beforeAll, describe, expect, it } from "vitest";
import { datasetOf } from "./dataset/dataset-of.ts";
import { foldOf } from "./dataset/fold.ts";
import { evaluateEngine } from "./measure/evaluate-engine.ts";
import { type ProtocolName, protocols } from "./protocols/protocols.ts";

const folder = process.env.TEST_DATA;

describe.skipIf(!folder)("on MovieLens 100K (needs TEST_DATA)", () => {
  let dataset: Dataset;

  beforeAll(async () => {
    dataset = datasetOf(await readCatalog([join(folder!, "ml-100k.zip")]));
    expect([dataset.userCount, dataset.stars.length]).toEqual([943, 100_000]);
    expect(dataset.userAttributes?.map(({ terms }) => terms.length)).toEqual([7, 2, 21]);
  });

  const judge = (engine: EngineName, protocol: ProtocolName) => {
    const { task, split } = protocols[protocol];
    const folds = split(dataset, { seed: 1, minimumVotes: 1 }).map((each) => foldOf(dataset, each));
    const evaluation = evaluateEngine(getEngine(engine), folds, { task, k: 10, seed: 1 });
    console.log(`${engine}, ${protocol}: ${JSON.stringify(evaluation.metrics)}`);
    return evaluation;
  };

  it.each<[EngineName, number]>([
    ["svd", 0.915],
    ["svd-plus-plus", 0.907],
    ["nmf", 0.925],
  ])("%s, 5-fold: RMSE below %d, and nine of ten ratings within their interval", (engine, rmse) => {
    const { metrics, folds } = judge(engine, "ml-100k-5fold");
    expect(folds).toHaveLength(5);
    expect(metrics.rmse).toBeLessThan(rmse);
    expect(metrics.mae).toBeLessThan(0.73);
    expect(Math.abs(metrics.intervalCoverage - 0.9)).toBeLessThan(0.02);
  });

  it("iALS and BPR rank as well as the best libraries, by the protocol of Microsoft Recommenders", () => {
    expect(judge("ials", "ms-recommenders").metrics["ndcg@10"]).toBeGreaterThan(0.481);
    expect(judge("bpr", "ms-recommenders").metrics["ndcg@10"]).toBeGreaterThan(0.44);
  });

  it("Bayesian SVD++, short chains on one fold: RMSE below .885, and nine of ten ratings within their interval", {
    timeout: 300_000,
  }, () => {
    const [fold] = protocols["ml-100k-5fold"].split(dataset, { seed: 1, minimumVotes: 1 });
    const options = {
      task: "rating",
      k: 10,
      seed: 1,
      hyperparameters: { rank: 11, iterations: 150, draws: 24 },
    } as const;
    const { metrics } = evaluateEngine(getEngine("bayesian-svd-plus-plus"), [foldOf(dataset, fold!)], options);
    console.log(`bayesian-svd-plus-plus, a fold: ${JSON.stringify(metrics)}`);
    expect(metrics.rmse).toBeLessThan(0.885);
    expect(Math.abs(metrics.intervalCoverage! - 0.9)).toBeLessThan(0.02);
  });

  it("item-kNN ranks far better than statistics, by the protocol of Microsoft Recommenders", () => {
    const neighbors = judge("item-knn", "ms-recommenders").metrics["ndcg@10"];
    expect(neighbors).toBeGreaterThan(0.4);
    expect(neighbors).toBeGreaterThan(judge("bayesian-average", "ms-recommenders").metrics["ndcg@10"] * 2);
  });

  it("linear models of all pairs rank better still", () => {
    expect(judge("user-ease", "ms-recommenders").metrics["ndcg@10"]).toBeGreaterThan(0.488);
    expect(judge("ease", "ms-recommenders").metrics["ndcg@10"]).toBeGreaterThan(0.483);
    expect(judge("spectral", "ms-recommenders").metrics["ndcg@10"]).toBeGreaterThan(0.47);
    expect(judge("rp3beta", "ms-recommenders").metrics["ndcg@10"]).toBeGreaterThan(0.43);
  });
});
