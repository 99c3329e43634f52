// A dataset's users as the profiles a model is asked with.
import { type Dataset, type EngineProfile, groupByUser } from "@matinee/engines";

/** The profile of each user's ratings, in user order. */
export function trainingProfiles(dataset: Dataset): EngineProfile[] {
  const { starts, columns, stars, rows } = groupByUser(dataset);
  return Array.from({ length: dataset.userCount }, (_, user) => {
    const [start, end] = [starts[user], starts[user + 1]];
    return {
      items: columns.slice(start, end),
      stars: stars.slice(start, end),
      ratedAt: Float64Array.from(rows.subarray(start, end), (row) => dataset.ratedAt[row]),
    };
  });
}
