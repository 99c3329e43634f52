// Which items are liked by the same users: the likeness that people see, where popularity would look odd.
import { selectRows } from "../dataset/dataset-rows.ts";
import { countKeys, groupByItem, groupByUser } from "../dataset/rating-rows.ts";
import type { Dataset } from "../engine.types.ts";
import { type NeighborLists, type NeighborOptions, neighborLists } from "./neighbor-lists.ts";

/** Liked is what a user rates at his own mean or above, the mean taken within these stars. */
const [likedFromAtLeast, likedFromAtMost] = [3.5, 4];
/** With so many users who like both, a correlation counts half. */
const shrinkage = 10;

/**
 * Pearson's correlation of two items' likes over all users (1 liked, 0 not or not rated), times n / (n + 10) with n the
 * users who like both. Against a cosine it leaves out what two items share because everyone knows them.
 */
export function likedTogether(dataset: Dataset, options: NeighborOptions): NeighborLists {
  const likes = likesOf(dataset);
  const ones = new Float32Array(likes.stars.length).fill(1);
  const matrix = { byRow: groupByItem(likes), byColumn: groupByUser(likes), rowValues: ones, columnValues: ones };
  return neighborLists(matrix, { kind: "correlation", shrinkage }, options);
}

function likesOf(dataset: Dataset): Dataset {
  const { users, stars, userCount } = dataset;
  const counts = countKeys(users, userCount);
  const sums = new Float64Array(userCount);
  for (let row = 0; row < stars.length; row++) sums[users[row]] += stars[row];
  const likedFrom = sums.map((sum, user) => Math.min(likedFromAtMost, Math.max(likedFromAtLeast, sum / counts[user])));
  const isLike = (row: number) => stars[row] >= likedFrom[users[row]];
  return selectRows(dataset, Int32Array.from(stars.keys()).filter(isLike));
}
