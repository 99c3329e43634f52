// `npm run evaluate`: judges engines on a MovieLens set by a published protocol, and prints a table.
import { resolve } from "node:path";
import { readCatalog, type SourceCatalog } from "@matinee/datasets";
import { type Dataset, engines, getEngine } from "@matinee/engines";
import { evaluateRanking, evaluateRatings } from "@matinee/evaluation";
import { Command, Option } from "commander";
import { buildPackages } from "../build-packages.ts";

interface EvaluateOptions {
  readonly protocol: keyof typeof protocols;
  readonly data: string;
  readonly engine?: readonly string[];
  readonly seed: string;
}

/** Prediction: shuffled 5-fold. Ranking: the protocol of Microsoft Recommenders, 25 % of each viewer's ratings held out. */
const protocols = {
  "5-fold": {
    engines: ["bayesian-average", "svd"],
    judge: (name: string, dataset: Dataset, seed: number) => {
      const { rmse, mae, coverage } = evaluateRatings(getEngine(name), dataset, { folds: 5, seed });
      return { RMSE: rmse, MAE: mae, "interval coverage": coverage };
    },
  },
  "ms-recommenders": {
    engines: ["bayesian-average", "item-knn", "svd"],
    judge: (name: string, dataset: Dataset, seed: number) => {
      const { ndcg, map, precision, recall } = evaluateRanking(getEngine(name), dataset, {
        k: 10,
        testShare: 0.25,
        seed,
      });
      return { "nDCG@10": ndcg, "MAP@10": map, "P@10": precision, "R@10": recall };
    },
  },
};

function toDataset({ movies, viewerKeys, ratings }: SourceCatalog): Dataset {
  return {
    userCount: viewerKeys.length,
    itemCount: movies.length,
    itemIds: Int32Array.from(movies.keys()),
    users: ratings.viewers,
    items: ratings.movies,
    stars: Float32Array.from(ratings.halfStars, (halfStars) => halfStars / 2),
    ratedAt: ratings.ratedAt,
  };
}

const { protocol, data, engine, seed } = new Command("npm run evaluate --")
  .description("Judges engines on a MovieLens set.")
  .addOption(new Option("--protocol <name>", "what to measure").choices(Object.keys(protocols)).default("5-fold"))
  .requiredOption("--data <path>", "MovieLens folder or zip")
  .option("--engine <names...>", `which of ${Object.keys(engines).join(", ")}; all that fit the protocol by default`)
  .option("--seed <number>", "seed of split and engines", "1")
  .parse()
  .opts<EvaluateOptions>();

await buildPackages(["kernels"]);
const dataset = toDataset(await readCatalog(resolve(process.env.INIT_CWD ?? ".", data)));
const { engines: fitting, judge } = protocols[protocol];
const rows = (engine ?? fitting).map((name) => {
  const startedAt = performance.now();
  const metrics = judge(name, dataset, Number(seed));
  console.error(`${name}: ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  return {
    engine: name,
    ...Object.fromEntries(Object.entries(metrics).map(([key, value]) => [key, value.toFixed(4)])),
  };
});
console.table(rows);
