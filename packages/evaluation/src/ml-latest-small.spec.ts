import { join } from "node:path";
import { readCatalog, type SourceMovie } from "@matinee/datasets";
import { contentAttributesEngine, type Dataset, getEngine, similarItems } from "@matinee/engines";
import { beforeAll, describe, expect, it } from "vitest";
import { datasetOf } from "./dataset/dataset-of.ts";
import { foldOf } from "./dataset/fold.ts";
import { evaluateEngine } from "./measure/evaluate-engine.ts";
import { protocols } from "./protocols/protocols.ts";

const folder = process.env.TEST_DATA;

describe.skipIf(!folder)("on MovieLens latest-small with the Wikipedia list (needs TEST_DATA)", () => {
  let movies: readonly SourceMovie[];
  let dataset: Dataset;

  beforeAll(async () => {
    const paths = ["ml-latest-small.zip", "wikipedia-movies.json.gz"].map((name) => join(folder!, name));
    const catalog = await readCatalog(paths);
    movies = catalog.movies;
    dataset = datasetOf(catalog);
  }, 60_000);

  it("facts put a sequel or a film of the same people next to a film", () => {
    const { findsSimilar } = contentAttributesEngine.fit(dataset, { seed: 1 });
    const neighborsOf = (title: string) => {
      const item = movies.findIndex((movie) => movie.title === title);
      return Array.from(similarItems(findsSimilar!, item, { limit: 3 }).items, (other) => movies[other].title);
    };
    expect(neighborsOf("Alien")).toContain("Aliens");
    expect(neighborsOf("The Godfather")).toContain("The Godfather: Part II");
    expect(neighborsOf("Toy Story")).toContain("Toy Story 2");
    expect(neighborsOf("The Matrix")).toContain("The Matrix Reloaded");
    expect(neighborsOf("Pulp Fiction")).toContain("Reservoir Dogs");
    expect(neighborsOf("Goldfinger")).toContain("From Russia with Love");
    expect(neighborsOf("Airplane!")).toContain("Airplane II: The Sequel");
  });

  it("facts rank well above chance, by the protocol of Microsoft Recommenders: nDCG@10 of .15 or more", () => {
    const { task, split } = protocols["ms-recommenders"];
    const folds = split(dataset, { seed: 1, minimumVotes: 1 }).map((each) => foldOf(dataset, each));
    const { metrics } = evaluateEngine(getEngine("content-attributes"), folds, { task, k: 10, seed: 1 });
    console.log(`content-attributes, ms-recommenders: ${JSON.stringify(metrics)}`);
    expect(metrics["ndcg@10"]).toBeGreaterThan(0.15);
  });
});
