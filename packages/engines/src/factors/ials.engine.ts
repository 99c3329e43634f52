// Taste in hidden dimensions, learnt from what people chose to watch: weighted matrix factorization.
import { checkedDataset, checkProfile } from "../dataset/checked-dataset.ts";
import type { Engine, Model } from "../engine.types.ts";
import { asSimilarities } from "../model/cosine.ts";
import { resolveHyperparameters } from "../model/hyperparameters.ts";
import { inverseLengths, openItemSearch } from "../model/item-search.ts";
import { readModelFile, writeModelFile } from "../model/model-file.ts";
import { once } from "../model/once.ts";
import { rememberProfiles } from "../model/profile-memory.ts";
import type { FittedIals } from "./ials.types.ts";
import { withNewItems } from "./ials-new-items.ts";
import { trainFactors } from "./ials-training.ts";
import { contributionsTo, type FixedSide, foldInViewer, rowOf } from "./ials-viewer.ts";

const name = "ials";

export type IalsHyperparameters = {
  factors: number;
  confidence: number;
  starWeight: number;
  unobservedWeight: number;
  regularization: number;
  regularizationExponent: number;
  epochs: number;
  solver: string;
  conjugateGradientSteps: number;
};

const hyperparameters = {
  factors: { description: "Hidden dimensions (k)", minimum: 1, maximum: 512, default: 96, integer: true },
  confidence: {
    description: "What a seen item of three stars counts",
    minimum: 0.1,
    maximum: 1000,
    default: 8,
    logarithmic: true,
  },
  starWeight: {
    description: "Share of the confidence that a star above 3 adds and one below takes; never less than an unseen item",
    minimum: 0,
    maximum: 1,
    default: 0.3,
  },
  unobservedWeight: {
    description: "What an unseen item counts (α₀)",
    minimum: 1e-3,
    maximum: 10,
    default: 1,
    logarithmic: true,
  },
  regularization: {
    description: "λ on the factors of a user or item",
    minimum: 1e-3,
    maximum: 10_000,
    default: 13,
    logarithmic: true,
  },
  regularizationExponent: {
    description: "ν: λ is multiplied by (ratings + α₀ · possible ones)^ν",
    minimum: 0,
    maximum: 1,
    default: 0.2,
  },
  epochs: { description: "Passes over users and items", minimum: 1, maximum: 200, default: 15, integer: true },
  solver: {
    description: "How a row is solved in training: some steps of conjugate gradients, or exactly",
    choices: ["conjugate-gradients", "cholesky"],
    default: "conjugate-gradients",
  },
  conjugateGradientSteps: {
    description: "Steps for each row and pass",
    minimum: 1,
    maximum: 50,
    default: 3,
    integer: true,
  },
};

const layout = {
  numbers: [
    "factors",
    "userCount",
    "confidence",
    "starWeight",
    "unobservedWeight",
    "regularization",
    "regularizationExponent",
  ],
  arrays: { itemIds: "i32", itemFactors: "f32", itemGram: "f32", userGram: "f32" },
} as const;

/**
 * Implicit alternating least squares (Hu, Koren and Volinsky, "Collaborative filtering for implicit feedback datasets",
 * 2008), its steps by conjugate gradients (Takács, Pilászy and Tikk 2011), in the form of Rendle, Krichene, Zhang and Koren,
 * "Revisiting the performance of iALS on item recommendation benchmarks", 2022: minimizes
 * Σ_seen c·(1 − x·y)² + α₀·Σ_unseen (x·y)² + Σ λ|x|² + Σ λ|y|².
 * Stars are confidence: c = confidence·(1 + starWeight·(stars − 3)). A disliked film counts as chosen, only less surely:
 * what people watch and dislike is still nearer to them than what they never chose.
 * Score: x·y, about 0 for what a viewer would not choose to 1 for what he would; no bounds. A viewer is folded in by solving
 * his row exactly, so that the score is a sum over his ratings. Similarity: the cosine of two items' factors.
 */
export const ialsEngine: Engine<IalsHyperparameters> = {
  name,
  capabilities: ["recommends", "findsSimilar", "explains", "addsItems"],
  hyperparameters,
  fit(given, { hyperparameters: chosen, seed, threads = 1, onProgress = () => {}, onEpoch }) {
    const settings = resolveHyperparameters(hyperparameters, chosen);
    const dataset = checkedDataset(given);
    const solver = settings.solver === "cholesky" ? "cholesky" : "conjugate-gradients";
    const trained = trainFactors(dataset, { ...settings, solver }, { seed, threads, onProgress, onEpoch });
    const { factors } = settings;
    return makeModel({
      ...trained,
      itemIds: dataset.itemIds.slice(),
      factors,
      userCount: dataset.userCount,
      settings,
    });
  },
  load(bytes) {
    const { numbers, arrays } = readModelFile(name, bytes, layout);
    return makeModel({ ...arrays, factors: numbers.factors, userCount: numbers.userCount, settings: numbers });
  },
};

function makeModel(fitted: FittedIals): Model {
  const { itemIds, itemFactors, itemGram, userGram, userCount, settings } = fitted;
  const factors = { factorCount: fitted.factors, values: itemFactors };
  const side: FixedSide = { factors, gram: itemGram, count: itemIds.length };
  const viewerOf = rememberProfiles((profile) => foldInViewer(profile, side, settings));
  const inverses = once(() => inverseLengths(itemFactors, fitted.factors));
  const search = openItemSearch({ values: itemFactors, dimensions: fitted.factors });

  return {
    engine: name,
    itemIds,
    itemFactors: { dimensions: fitted.factors, values: itemFactors },
    recommends: {
      scoreItems(profile) {
        checkProfile(profile, itemIds.length);
        return search.scores(viewerOf(profile).solution);
      },
    },
    findsSimilar: {
      similarities(item) {
        const products = search.scores(rowOf(factors, item));
        const cosines = products.map((product, other) => product * inverses()[other] * inverses()[item]);
        return asSimilarities(item, cosines);
      },
    },
    explains: {
      explain(profile, item) {
        checkProfile(profile, itemIds.length);
        const viewer = viewerOf(profile);
        const contributions = Array.from(contributionsTo(item, viewer, factors), (contribution, row) => ({
          item: profile.items[row],
          contribution,
        })).sort((a, b) => b.contribution - a.contribution);
        const score = rowOf(factors, item).reduce((sum, value, factor) => sum + value * viewer.solution[factor], 0);
        return { score, baseline: 0, contributions, features: [] };
      },
    },
    addsItems: { addItems: (items) => makeModel(withNewItems(fitted, items, (profile) => viewerOf(profile).solution)) },
    save: () =>
      writeModelFile(name, {
        numbers: {
          factors: fitted.factors,
          userCount,
          confidence: settings.confidence,
          starWeight: settings.starWeight,
          unobservedWeight: settings.unobservedWeight,
          regularization: settings.regularization,
          regularizationExponent: settings.regularizationExponent,
        },
        arrays: { itemIds, itemFactors, itemGram, userGram },
      }),
  };
}
