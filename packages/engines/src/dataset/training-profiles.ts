// A dataset's users as the profiles a model is asked with.
import type { Dataset, EngineProfile } from "../engine.types.ts";
import { termsOfRow } from "./attributes.ts";
import { groupByUser } from "./rating-rows.ts";

/** Gives the profile of a user's ratings and attributes; made when asked for, so that millions of ratings are held once. */
export function trainingProfiles(dataset: Dataset): (user: number) => EngineProfile {
  const { starts, columns, stars, rows } = groupByUser(dataset);
  const { userAttributes = [] } = dataset;
  return (user) => {
    const [start, end] = [starts[user], starts[user + 1]];
    const known = userAttributes.flatMap((attribute) => {
      const [term] = termsOfRow(attribute, user);
      return term === undefined ? [] : [[attribute.name, term] as const];
    });
    return {
      items: columns.subarray(start, end),
      stars: stars.subarray(start, end),
      ratedAt: Float64Array.from(rows.subarray(start, end), (row) => dataset.ratedAt[row]),
      ...(known.length > 0 && { attributes: Object.fromEntries(known) }),
    };
  };
}
