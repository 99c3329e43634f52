// A dataset's users as the profiles a model is asked with.
import type { Dataset, EngineProfile } from "../engine.types.ts";
import { termsOfRow } from "./attributes.ts";
import { groupByUser } from "./rating-rows.ts";

/** The profile of each user's ratings and attributes, in user order. */
export function trainingProfiles(dataset: Dataset): EngineProfile[] {
  const { starts, columns, stars, rows } = groupByUser(dataset);
  const { userAttributes = [] } = dataset;
  return Array.from({ length: dataset.userCount }, (_, user) => {
    const [start, end] = [starts[user], starts[user + 1]];
    const known = userAttributes.flatMap((attribute) => {
      const [term] = termsOfRow(attribute, user);
      return term === undefined ? [] : [[attribute.name, term] as const];
    });
    return {
      items: columns.slice(start, end),
      stars: stars.slice(start, end),
      ratedAt: Float64Array.from(rows.subarray(start, end), (row) => dataset.ratedAt[row]),
      ...(known.length > 0 && { attributes: Object.fromEntries(known) }),
    };
  });
}
