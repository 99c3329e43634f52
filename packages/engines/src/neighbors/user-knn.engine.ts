// Viewers like you: what the most similar of the training's viewers watched, and what they gave.
import { checkedDataset, checkProfile } from "../dataset/checked-dataset.ts";
import { createRandom, type Random } from "../dataset/random.ts";
import type { Dataset, Engine, EngineProfile, Model } from "../engine.types.ts";
import { resolveHyperparameters } from "../model/hyperparameters.ts";
import { type Calibration, calibrate, quantilesFor, splitForCalibration } from "../model/interval-calibration.ts";
import { readModelFile, writeModelFile } from "../model/model-file.ts";
import { rememberProfiles } from "../model/profile-memory.ts";
import { boundedPredictions } from "../model/residual-quantiles.ts";
import { type RatingBaselines, ratingBaselines } from "./rating-baselines.ts";
import { ratingSimilarityRule } from "./rating-similarity.ts";
import { type StoredViewers, storeViewers } from "./stored-viewers.ts";
import { contributionsFromViewers, nearestViewers, scoresFromViewers, viewerRanking } from "./viewer-ranking.ts";
import { ratingSimilarities, starsFromViewers, viewerRatings } from "./viewer-rating-predictor.ts";

const name = "user-knn";

export type UserKnnHyperparameters = {
  viewers: number;
  neighbors: number;
  shrinkage: number;
  starWeight: number;
  popularityDamping: number;
  similarity: string;
  ratingShrinkage: number;
  nearest: number;
};

const hyperparameters = {
  viewers: {
    description: "Viewers of the training whose ratings the model keeps, drawn at random",
    minimum: 1,
    maximum: 1_000_000,
    default: 20_000,
    integer: true,
  },
  neighbors: { description: "Nearest viewers that rank", minimum: 1, maximum: 10_000, default: 100, integer: true },
  shrinkage: {
    description: "Similarity is multiplied by n / (n + shrinkage), n the items that both rated",
    minimum: 0,
    maximum: 10_000,
    default: 0,
  },
  starWeight: {
    description: "What a star above or below 3 adds to a rating's weight of 1; the weight stays at 0 or above",
    minimum: 0,
    maximum: 1,
    default: 0.4,
  },
  popularityDamping: {
    description: "An item of n ratings counts n^−popularityDamping in every similarity",
    minimum: 0,
    maximum: 2,
    default: 0.5,
  },
  similarity: ratingSimilarityRule,
  ratingShrinkage: {
    description: "Shrinkage of the similarity that predictions use",
    minimum: 0,
    maximum: 10_000,
    default: 30,
  },
  nearest: {
    description: "Raters of an item that a prediction uses at most, the nearest (k)",
    minimum: 1,
    maximum: 10_000,
    default: 40,
    integer: true,
  },
};

const numbers = ["neighbors", "shrinkage", "starWeight", "popularityDamping", "ratingShrinkage", "nearest"] as const;
const layout = {
  numbers: [...numbers, "mean"],
  texts: ["similarity"],
  arrays: {
    itemIds: "i32",
    itemBiases: "f32",
    starts: "i32",
    items: "i32",
    halfStars: "u8",
    sizes: "i32",
    lows: "f32",
    highs: "f32",
  },
} as const;

type Settings = Omit<UserKnnHyperparameters, "viewers">;

interface FittedUserKnn {
  readonly itemIds: Int32Array;
  readonly baselines: RatingBaselines;
  readonly viewers: StoredViewers;
  readonly calibration: Calibration;
  readonly settings: Settings;
}

/**
 * User-based collaborative filtering (Resnick and others 1994; Herlocker and others 1999). Two likenesses of viewers:
 * - Ranking: the cosine of x = (1 + starWeight·(stars − 3)) · n_i^(−popularityDamping / 2), shrunk. Score of an item:
 *   Σ_u similarity(v, u) · (1 + starWeight·(stars_ui − 3)) over the `neighbors` nearest viewers u; 0 and up, no unit.
 *   Watching is the signal and stars grade it. Explanations are of this score, exact: see `contributionsFromViewers`.
 * - Predicted stars: baseline b_vi plus the mean of the deviations of the item's `nearest` raters from their baselines,
 *   weighted by `similarity` (`starsFromViewers`). Intervals: errors on held-out ratings, by size of the profile.
 * A viewer is folded in by comparing his profile with the stored viewers, through an index of the raters of its items.
 * The one engine whose model holds people's ratings: rows of items and stars in a random order, no id and no time. What a
 * viewer deletes leaves the model at its next training. `viewers` bounds its size: 5 bytes a rating.
 */
export const userKnnEngine: Engine<UserKnnHyperparameters> = {
  name,
  capabilities: ["recommends", "predicts", "explains"],
  hyperparameters,
  fit(given, { hyperparameters: chosen, seed, onProgress }) {
    const { viewers: limit, ...settings } = resolveHyperparameters<UserKnnHyperparameters>(hyperparameters, chosen);
    const dataset = checkedDataset(given);
    const random = createRandom(seed);
    const calibration = calibrateOn(dataset, limit, settings, random);
    onProgress?.(0.7);
    const fitted = {
      itemIds: dataset.itemIds.slice(),
      baselines: ratingBaselines(dataset),
      viewers: storeViewers(dataset, limit, random),
      calibration,
      settings,
    };
    onProgress?.(1);
    return makeModel(fitted);
  },
  load(bytes) {
    const { numbers, texts, arrays } = readModelFile(name, bytes, layout);
    const { itemIds, itemBiases, starts, items, halfStars, sizes, lows, highs } = arrays;
    const { mean, ...settings } = numbers;
    return makeModel({
      itemIds,
      baselines: { mean, itemBiases },
      viewers: { starts, items, halfStars },
      calibration: { sizes, lows, highs },
      settings: { ...settings, similarity: texts.similarity[0] },
    });
  },
};

function calibrateOn(dataset: Dataset, limit: number, settings: Settings, random: Random): Calibration {
  const { training, heldOut } = splitForCalibration(dataset, random);
  const ratings = viewerRatings(storeViewers(training, limit, random), ratingBaselines(training), settings);
  const predict = (profile: EngineProfile, items: Int32Array) =>
    starsFromViewers(profile, items, ratingSimilarities(profile, ratings), ratings);
  return calibrate(predict, training, heldOut, random);
}

function makeModel({ itemIds, baselines, viewers, calibration, settings }: FittedUserKnn): Model {
  const ratings = viewerRatings(viewers, baselines, settings);
  const ranking = viewerRanking(viewers, itemIds.length, settings);
  const similaritiesTo = rememberProfiles((profile) => ratingSimilarities(profile, ratings));
  const nearestTo = rememberProfiles((profile) => nearestViewers(profile, ranking));
  const { similarity, ...settingNumbers } = settings;

  return {
    engine: name,
    itemIds,
    recommends: {
      scoreItems(profile) {
        checkProfile(profile, itemIds.length);
        return scoresFromViewers(nearestTo(profile), ranking);
      },
    },
    predicts: {
      predict(profile, items) {
        checkProfile(profile, itemIds.length);
        const stars = starsFromViewers(profile, items, similaritiesTo(profile), ratings);
        return boundedPredictions(stars, quantilesFor(profile.items.length, calibration));
      },
    },
    explains: {
      explain(profile, item) {
        checkProfile(profile, itemIds.length);
        const parts = contributionsFromViewers(profile, nearestTo(profile), item, ranking);
        const contributions = Array.from(parts, (contribution, row) => ({ item: profile.items[row], contribution }));
        const score = parts.reduce((sum, part) => sum + part, 0);
        return {
          score,
          baseline: 0,
          contributions: contributions.sort((a, b) => b.contribution - a.contribution),
          features: [],
        };
      },
    },
    save: () =>
      writeModelFile(name, {
        numbers: { ...settingNumbers, mean: baselines.mean },
        texts: { similarity: [similarity] },
        arrays: { itemIds, itemBiases: baselines.itemBiases, ...viewers, ...calibration },
      }),
  };
}
