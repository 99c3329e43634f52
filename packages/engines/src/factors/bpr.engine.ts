// Taste in hidden dimensions, learnt from pairs: what somebody chose comes before what he did not.
import { checkedDataset, checkProfile } from "../dataset/checked-dataset.ts";
import type { Engine, Model } from "../engine.types.ts";
import { asSimilarities } from "../model/cosine.ts";
import { resolveHyperparameters } from "../model/hyperparameters.ts";
import { inverseLengths, openItemSearch } from "../model/item-search.ts";
import { readModelFile, writeModelFile } from "../model/model-file.ts";
import { once } from "../model/once.ts";
import { rememberProfiles } from "../model/profile-memory.ts";
import { trainRanking } from "./bpr-training.ts";
import { foldInRankingViewer, type RankingModel, rankingContributions } from "./bpr-viewer.ts";

const name = "bpr";

export type BprHyperparameters = {
  factors: number;
  epochs: number;
  learningRate: number;
  regularization: number;
  foldInRegularization: number;
  starWeight: number;
  popularNegatives: number;
};

const hyperparameters = {
  factors: { description: "Hidden dimensions (k)", minimum: 1, maximum: 512, default: 64, integer: true },
  epochs: {
    description: "Passes, each of as many steps as ratings",
    minimum: 1,
    maximum: 1000,
    default: 60,
    integer: true,
  },
  learningRate: {
    description: "Step of the first pass; it falls to a tenth",
    minimum: 1e-4,
    maximum: 0.5,
    default: 0.1,
    logarithmic: true,
  },
  regularization: {
    description: "λ on factors and biases, for each step",
    minimum: 1e-4,
    maximum: 1,
    default: 0.02,
    logarithmic: true,
  },
  foldInRegularization: {
    description: "λ on a viewer's factors at fold-in",
    minimum: 1e-4,
    maximum: 1,
    default: 0.04,
    logarithmic: true,
  },
  starWeight: {
    description: "Share of a step that a star above 3 adds and one below takes; steps stay at 0 or above",
    minimum: 0,
    maximum: 1,
    default: 0.5,
  },
  popularNegatives: {
    description: "Share of the unseen items compared with that are drawn by popularity; the others are drawn evenly",
    minimum: 0,
    maximum: 1,
    default: 0,
  },
};

const layout = {
  numbers: ["factors", "starWeight", "foldInRegularization"],
  arrays: { itemIds: "i32", itemFactors: "f32", itemBiases: "f32" },
} as const;

/**
 * Bayesian personalized ranking (Rendle, Freudenthaler, Gantner and Schmidt-Thieme 2009): maximizes
 * Σ ln σ(s_i − s_j) − λ(|x|² + |y|² + b²), s_i = b_i + x·y_i, over random pairs of an item i that a user rated and an item j
 * that he did not, by stochastic gradient ascent. Watching is the signal, whatever the stars; with `starWeight` above 0 a
 * disliked film makes a smaller step, and at the default none at all at one star. It never counts against others.
 * Score: b_i + x·y_i, log-odds without bounds. A viewer is folded in by the same ascent with the items fixed, so that
 * his factors are a sum over his ratings. Similarity: the cosine of two items' factors.
 */
export const bprEngine: Engine<BprHyperparameters> = {
  name,
  capabilities: ["recommends", "findsSimilar", "explains"],
  hyperparameters,
  fit(given, { hyperparameters: chosen, seed, threads = 1, onProgress = () => {} }) {
    const settings = resolveHyperparameters(hyperparameters, chosen);
    const dataset = checkedDataset(given);
    const { itemFactors, itemBiases } = trainRanking(dataset, settings, { seed, threads, onProgress });
    return makeModel(dataset.itemIds.slice(), {
      ...settings,
      factors: { factorCount: settings.factors, values: itemFactors },
      biases: itemBiases,
    });
  },
  load(bytes) {
    const { numbers, arrays } = readModelFile(name, bytes, layout);
    return makeModel(arrays.itemIds, {
      ...numbers,
      factors: { factorCount: numbers.factors, values: arrays.itemFactors },
      biases: arrays.itemBiases,
    });
  },
};

function makeModel(itemIds: Int32Array, model: RankingModel): Model {
  const { factors, biases, starWeight, foldInRegularization } = model;
  const { factorCount, values } = factors;
  const viewerOf = rememberProfiles((profile) => foldInRankingViewer(profile, model));
  const inverses = once(() => inverseLengths(values, factorCount));
  const search = openItemSearch({ values, dimensions: factorCount });
  const vectorOf = (item: number) => values.subarray(item * factorCount, (item + 1) * factorCount);

  return {
    engine: name,
    itemIds,
    recommends: {
      scoreItems(profile) {
        checkProfile(profile, itemIds.length);
        return search.scores(viewerOf(profile).factors).map((score, item) => score + biases[item]);
      },
    },
    findsSimilar: {
      similarities(item) {
        const products = search.scores(vectorOf(item));
        const cosines = products.map((product, other) => product * inverses()[other] * inverses()[item]);
        return asSimilarities(item, cosines);
      },
    },
    explains: {
      explain(profile, item) {
        checkProfile(profile, itemIds.length);
        const viewer = viewerOf(profile);
        const added = rankingContributions(item, profile.items, viewer, factors);
        const contributions = Array.from(added, (contribution, row) => ({
          item: profile.items[row],
          contribution,
        })).sort((a, b) => b.contribution - a.contribution);
        const affinity = vectorOf(item).reduce((sum, value, factor) => sum + value * viewer.factors[factor], 0);
        return {
          score: biases[item] + affinity,
          baseline: 0,
          contributions,
          features: [{ name: "chosen by others", contribution: biases[item] }],
        };
      },
    },
    save: () =>
      writeModelFile(name, {
        numbers: { factors: factorCount, starWeight, foldInRegularization },
        arrays: { itemIds, itemFactors: values, itemBiases: biases },
      }),
  };
}
