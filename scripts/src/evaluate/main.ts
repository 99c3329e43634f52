// `npm run evaluate`: judges engines by a published protocol, and prints a table or JSON.
import { resolve } from "node:path";
import { readCatalog } from "@matinee/datasets";
import { type Dataset, engines, getEngine, type HyperparameterValue, resolveHyperparameters } from "@matinee/engines";
import { datasetOf, evaluateRanking, evaluateRatings } from "@matinee/evaluation";
import { Command, Option } from "commander";
import { buildPackages } from "../build-packages.ts";

interface EvaluateOptions {
  readonly protocol: keyof typeof protocols;
  readonly data: string;
  readonly engine: string;
  readonly set?: readonly string[];
  readonly seed: string;
  readonly json?: boolean;
}

type Settings = Readonly<Record<string, HyperparameterValue>>;

/** Prediction: shuffled 5-fold. Ranking: the protocol of Microsoft Recommenders, 25 % of each viewer's ratings held out. */
const protocols = {
  "ml-100k-5fold": {
    capability: "predicts",
    judge: (name: string, dataset: Dataset, seed: number, hyperparameters: Settings) => {
      const { folds: _, ...metrics } = evaluateRatings(getEngine(name), dataset, { folds: 5, seed, hyperparameters });
      return { ...metrics };
    },
  },
  "ms-recommenders": {
    capability: "recommends",
    judge: (name: string, dataset: Dataset, seed: number, hyperparameters: Settings) => {
      const options = { k: 10, testShare: 0.25, seed, hyperparameters };
      const metrics = Object.entries(evaluateRanking(getEngine(name), dataset, options));
      return Object.fromEntries(metrics.map(([metric, value]) => [`${metric}@10`, value]));
    },
  },
} as const;

const { protocol, data, engine, set, seed, json } = new Command("npm run evaluate --")
  .description("Judges engines on a MovieLens set.")
  .addOption(
    new Option("--protocol <name>", "what to measure").choices(Object.keys(protocols)).default("ml-100k-5fold"),
  )
  .requiredOption("--data <path>", "MovieLens folder or zip")
  .option("--engine <names>", `all that fit, or some of ${Object.keys(engines).join(",")}`, "all")
  .option("--set <settings...>", "hyperparameters as key=value")
  .option("--seed <number>", "seed of split and engines", "1")
  .option("--json", "print nothing to standard output but one JSON document")
  .parse()
  .opts<EvaluateOptions>();

await buildPackages(["kernels"]);
const dataset = datasetOf(await readCatalog(resolve(process.env.INIT_CWD ?? ".", data)));
const { capability, judge } = protocols[protocol];
const fitting = Object.values(engines).filter(
  ({ capabilities, needs = [] }) => capabilities.includes(capability) && needs.every((part) => dataset[part]),
);
const names = engine === "all" ? fitting.map(({ name }) => name) : engine.split(",");
const settings: Settings = Object.fromEntries(
  (set ?? []).map((each) => {
    const [key, value] = each.split("=");
    return [key, Number.isNaN(Number(value)) ? value : Number(value)];
  }),
);
const results = names.map((name) => {
  const startedAt = performance.now();
  const metrics: Record<string, number> = judge(name, dataset, Number(seed), settings);
  const seconds = (performance.now() - startedAt) / 1000;
  console.error(`${name}: ${seconds.toFixed(1)} s`);
  return { engine: name, hyperparameters: resolveHyperparameters(getEngine(name).hyperparameters, settings), metrics };
});
if (json) console.log(JSON.stringify({ results }));
else console.table(results.map((row) => ({ engine: row.engine, ...row.metrics })));
