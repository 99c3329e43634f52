// Viewers who watched this also watched: item–item cosine over the audience. Alike is what the same viewers like.
import { checkedDataset, checkProfile } from "../dataset/checked-dataset.ts";
import { countKeys, groupByItem, groupByUser } from "../dataset/rating-rows.ts";
import type { Engine, EngineProfile, Model } from "../engine.types.ts";
import { resolveHyperparameters } from "../model/hyperparameters.ts";
import { readModelFile, writeModelFile } from "../model/model-file.ts";
import { type ItemNeighbors, itemNeighbors } from "./item-neighbors.ts";
import { likedTogether } from "./liked-together.ts";

const name = "item-knn";

export type ItemKnnHyperparameters = {
  neighbors: number;
  shrinkage: number;
  starWeight: number;
  activityDamping: number;
};

const hyperparameters = {
  neighbors: { description: "Neighbors kept per item", minimum: 1, maximum: 10_000, default: 150, integer: true },
  shrinkage: {
    description: "Similarity is multiplied by n / (n + shrinkage), n the users who rated both",
    minimum: 0,
    maximum: 10_000,
    default: 5,
  },
  starWeight: {
    description: "What a star above or below 3 adds to a rating's weight of 1; the weight stays at 0 or above",
    minimum: 0,
    maximum: 1,
    default: 0.4,
  },
  activityDamping: {
    description: "A user of n ratings counts n^−activityDamping in every similarity",
    minimum: 0,
    maximum: 2,
    default: 1.25,
  },
};

const layout = {
  numbers: ["starWeight"],
  arrays: {
    itemIds: "i32",
    starts: "i32",
    neighbors: "i32",
    similarities: "f32",
    likedStarts: "i32",
    liked: "i32",
    likedSimilarities: "f32",
  },
} as const;

interface FittedNeighbors {
  readonly itemIds: Int32Array;
  readonly neighbors: ItemNeighbors;
  readonly liked: ItemNeighbors;
  readonly starWeight: number;
}

/** Having watched counts 1, stars above 3 more and below 3 less; a dislike never counts against what is near. */
function ratingWeight(stars: number, starWeight: number): number {
  return Math.max(0, 1 + starWeight * (stars - 3));
}

/**
 * Item-based collaborative filtering (Sarwar and others 2001; Deshpande and Karypis 2004). Similarity of two items is the
 * cosine of their columns of x = (1 + starWeight·(stars − 3)) · n_u^(−activityDamping / 2), shrunk, the `neighbors` best
 * kept. Score of an item: Σ_j (1 + starWeight·(stars_j − 3)) · similarity(j, item) over the profile's ratings j among whose
 * neighbors it is; 0 and up, no unit. Watching is the signal and stars grade it: on ML-100k that ranks far better than
 * columns centered by mean. What `findsSimilar` tells is another similarity, made to be looked at: see `likedTogether`.
 */
export const itemKnnEngine: Engine<ItemKnnHyperparameters> = {
  name,
  capabilities: ["recommends", "findsSimilar", "explains"],
  hyperparameters,
  fit(given, options) {
    const { neighbors, shrinkage, starWeight, activityDamping } = resolveHyperparameters(
      hyperparameters,
      options.hyperparameters,
    );
    const dataset = checkedDataset(given);
    const userWeights = Float32Array.from(countKeys(dataset.users, dataset.userCount), (count) =>
      count > 0 ? count ** (-activityDamping / 2) : 0,
    );
    const byUser = groupByUser(dataset);
    const byItem = groupByItem(dataset);
    const weighted = (row: number) => ratingWeight(dataset.stars[row], starWeight) * userWeights[dataset.users[row]];
    const onProgress = options.onProgress ?? (() => {});
    const ratings = {
      byUser,
      byItem,
      userValues: Float32Array.from(byUser.rows, weighted),
      itemValues: Float32Array.from(byItem.rows, weighted),
    };
    const found = itemNeighbors(ratings, { neighbors, shrinkage, onProgress: (share) => onProgress(share * 0.8) });
    const liked = likedTogether(dataset, { neighbors, onProgress: (share) => onProgress(0.8 + share * 0.2) });
    onProgress(1);
    return makeModel({ itemIds: dataset.itemIds.slice(), neighbors: found, liked, starWeight });
  },
  load(bytes) {
    const { numbers, arrays } = readModelFile(name, bytes, layout);
    const { itemIds, starts, neighbors, similarities, likedStarts, liked, likedSimilarities } = arrays;
    return makeModel({
      itemIds,
      neighbors: { starts, items: neighbors, similarities },
      liked: { starts: likedStarts, items: liked, similarities: likedSimilarities },
      starWeight: numbers.starWeight,
    });
  },
};

function makeModel({ itemIds, neighbors, liked, starWeight }: FittedNeighbors): Model {
  const { starts, items, similarities } = neighbors;
  const contributionsTo = (profile: EngineProfile, item: number) =>
    Array.from(profile.items, (rated, row) => {
      const entry = items.subarray(starts[rated], starts[rated + 1]).indexOf(item);
      const similarity = entry < 0 ? 0 : similarities[starts[rated] + entry];
      return { item: rated, contribution: ratingWeight(profile.stars[row], starWeight) * similarity };
    });

  return {
    engine: name,
    itemIds,
    recommends: {
      scoreItems(profile) {
        checkProfile(profile, itemIds.length);
        const scores = new Float32Array(itemIds.length);
        for (let row = 0; row < profile.items.length; row++) {
          const rated = profile.items[row];
          const weight = ratingWeight(profile.stars[row], starWeight);
          for (let entry = starts[rated]; entry < starts[rated + 1]; entry++) {
            scores[items[entry]] += weight * similarities[entry];
          }
        }
        return scores;
      },
    },
    findsSimilar: {
      similarities(item) {
        const all = new Float32Array(itemIds.length);
        for (let entry = liked.starts[item]; entry < liked.starts[item + 1]; entry++) {
          all[liked.items[entry]] = liked.similarities[entry];
        }
        return all;
      },
    },
    explains: {
      explain(profile, item) {
        checkProfile(profile, itemIds.length);
        const contributions = contributionsTo(profile, item).sort((a, b) => b.contribution - a.contribution);
        const score = contributions.reduce((sum, { contribution }) => sum + contribution, 0);
        return { score, baseline: 0, contributions, features: [] };
      },
    },
    save: () =>
      writeModelFile(name, {
        numbers: { starWeight },
        arrays: {
          itemIds,
          starts,
          neighbors: items,
          similarities,
          likedStarts: liked.starts,
          liked: liked.items,
          likedSimilarities: liked.similarities,
        },
      }),
  };
}
