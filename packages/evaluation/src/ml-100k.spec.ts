import { join } from "node:path";
import { readCatalog } from "@matinee/datasets";
import { type Dataset, getEngine } from "@matinee/engines";
import { beforeAll, describe, expect, it } from "vitest";
import { datasetOf } from "./dataset/dataset-of.ts";
import { evaluateRanking } from "./evaluate-ranking.ts";
import { evaluateRatings } from "./evaluate-ratings.ts";

const folder = process.env.TEST_DATA;

describe.skipIf(!folder)("on MovieLens 100K (needs TEST_DATA)", () => {
  let dataset: Dataset;

  beforeAll(async () => {
    dataset = datasetOf(await readCatalog(join(folder!, "ml-100k.zip")));
    expect([dataset.userCount, dataset.stars.length]).toEqual([943, 100_000]);
    expect(dataset.userAttributes?.map(({ terms }) => terms.length)).toEqual([7, 2, 21]);
  });

  it("SVD, 5-fold: RMSE below .915, and nine of ten ratings within their interval", { timeout: 180_000 }, () => {
    const { rmse, mae, coverage, folds } = evaluateRatings(getEngine("svd"), dataset, { folds: 5, seed: 1 });
    console.log(`svd: RMSE ${rmse.toFixed(4)}, MAE ${mae.toFixed(4)}, coverage ${coverage.toFixed(3)}`);
    expect(folds).toHaveLength(5);
    expect(rmse).toBeLessThan(0.915);
    expect(mae).toBeLessThan(0.725);
    expect(Math.abs(coverage - 0.9)).toBeLessThan(0.02);
  });

  it("item-kNN ranks far better than statistics, by the protocol of Microsoft Recommenders", () => {
    const protocol = { k: 10, testShare: 0.25, seed: 1 };
    const neighbors = evaluateRanking(getEngine("item-knn"), dataset, protocol);
    const statistics = evaluateRanking(getEngine("bayesian-average"), dataset, protocol);
    console.log(`nDCG@10: item-knn ${neighbors.ndcg.toFixed(4)}, bayesian-average ${statistics.ndcg.toFixed(4)}`);
    expect(neighbors.ndcg).toBeGreaterThan(0.4);
    expect(neighbors.ndcg).toBeGreaterThan(statistics.ndcg * 2);
  });
});
