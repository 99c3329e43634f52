// What engines that predict stars for a folded-in viewer have in common once they are fitted.
import { checkProfile } from "../dataset/checked-dataset.ts";
import type { EngineName, EngineProfile, Explanation, ItemFactorTable, Model } from "../engine.types.ts";
import { asSimilarities, dotRows, rowLengths } from "./cosine.ts";
import { type Calibration, quantilesFor } from "./interval-calibration.ts";
import { rememberProfiles } from "./profile-memory.ts";
import { boundedPredictions } from "./residual-quantiles.ts";

/** Factors of items with few ratings point anywhere: their similarity is multiplied by n / (n + this). */
const similarityShrinkage = 20;

export interface FittedStars<Viewer> {
  readonly engine: EngineName;
  readonly itemIds: Int32Array;
  /** Ratings of each item in training. */
  readonly counts: Int32Array;
  readonly calibration: Calibration;
  /** Stars that a tenfold number of ratings adds to the ranking score. */
  readonly popularityWeight: number;
  /** The vectors whose cosine says how like another two items are. */
  readonly likeness: ItemFactorTable;
  foldIn(profile: EngineProfile): Viewer;
  /** Unbounded stars of each item asked; an item's do not depend on what else is asked. */
  starsOf(viewer: Viewer, items: Int32Array): Float32Array;
  /** The same for every item, within rounding of float32. */
  starsOfAll(viewer: Viewer): Float32Array;
  /** The parts of an item's stars. */
  explainStars(viewer: Viewer, item: number): StarsParts;
  save(): Uint8Array;
}

export interface StarsParts {
  readonly baseline: number;
  /** In the order of the profile. */
  readonly contributions: Float64Array;
  readonly features: Explanation["features"];
}

/**
 * A model that predicts stars, and ranks by them and w·log10(1 + ratings of the item): predicted stars alone put
 * little-seen items first, which few would ever choose to watch.
 */
export function makeStarsModel<Viewer>(fitted: FittedStars<Viewer>): Model {
  const { engine, itemIds, counts, calibration, popularityWeight, likeness } = fitted;
  const viewerOf = rememberProfiles(fitted.foldIn);
  const checkedViewer = (profile: EngineProfile) => {
    checkProfile(profile, itemIds.length);
    return viewerOf(profile);
  };
  const popularity = Float32Array.from(counts, (count) => popularityScore(count, popularityWeight));
  const lengths = rowLengths(likeness.values, likeness.dimensions);

  return {
    engine,
    itemIds,
    recommends: {
      scoreItems(profile) {
        const scores = fitted.starsOfAll(checkedViewer(profile));
        for (let item = 0; item < scores.length; item++) scores[item] += popularity[item];
        return scores;
      },
    },
    predicts: {
      predict(profile, items) {
        const stars = fitted.starsOf(checkedViewer(profile), items);
        return boundedPredictions(stars, quantilesFor(profile.items.length, calibration));
      },
    },
    findsSimilar: {
      similarities(item) {
        const { dimensions, values } = likeness;
        const cosines = dotRows(values.subarray(item * dimensions, (item + 1) * dimensions), values, dimensions);
        for (let other = 0; other < cosines.length; other++) {
          const length = lengths[item] * lengths[other];
          const trust = counts[other] / (counts[other] + similarityShrinkage);
          cosines[other] = length > 0 ? (cosines[other] / length) * trust : 0;
        }
        return asSimilarities(item, cosines);
      },
    },
    explains: {
      explain(profile, item) {
        const viewer = checkedViewer(profile);
        const [stars] = fitted.starsOf(viewer, Int32Array.of(item));
        const { baseline, contributions, features } = fitted.explainStars(viewer, item);
        return {
          score: stars + popularity[item],
          baseline,
          contributions: Array.from(contributions, (contribution, row) => ({
            item: profile.items[row],
            contribution,
          })).sort((a, b) => b.contribution - a.contribution),
          features: [...features, { name: `${counts[item]} ratings`, contribution: popularity[item] }],
        };
      },
    },
    save: fitted.save,
  };
}

/** What `count` ratings add to a ranking score. */
export function popularityScore(count: number, weight: number): number {
  return weight * Math.log10(1 + count);
}
