// The border every engine checks its data at, so that nothing behind it needs to doubt a number.

import {
  type Attribute,
  type Dataset,
  EngineInputError,
  type EngineProfile,
  type VoteTotals,
} from "../engine.types.ts";
import { selectRows } from "./dataset-rows.ts";
import { groupByUser } from "./rating-rows.ts";

export interface CheckOptions {
  /** For engines that can be fitted before anyone has rated; refused when not named. */
  readonly mayLackRatings?: boolean;
}

/**
 * The dataset, proven: lengths agree, indexes in range, stars 0.5 to 5, no NaN, item ids ascending, at least one rating.
 * Where a user rated an item twice the later rating counts (by time, then by position). Throws EngineInputError.
 */
export function checkedDataset(dataset: Dataset, { mayLackRatings = false }: CheckOptions = {}): Dataset {
  const { userCount, itemCount, users, items, stars, ratedAt } = dataset;
  if (!Number.isInteger(userCount) || userCount < (mayLackRatings && stars.length === 0 ? 0 : 1)) {
    throw new EngineInputError("The dataset has no users.");
  }
  if (!Number.isInteger(itemCount) || itemCount < 1) throw new EngineInputError("The dataset has no items.");
  if (stars.length === 0 && !mayLackRatings) throw new EngineInputError("The dataset has no ratings.");
  if ([users, items, ratedAt].some((column) => column.length !== stars.length)) {
    throw new EngineInputError("The dataset's columns differ in length.");
  }
  checkItems(dataset);
  for (const attribute of dataset.itemAttributes ?? []) checkAttribute(attribute, itemCount);
  for (const votes of dataset.itemVotes ?? []) checkVotes(votes, itemCount);
  for (const attribute of dataset.userAttributes ?? []) checkAttribute(attribute, userCount);
  for (let row = 0; row < stars.length; row++) {
    if (!(users[row] >= 0 && users[row] < userCount)) refuse(row, `user ${users[row]} is out of range`);
    if (!(items[row] >= 0 && items[row] < itemCount)) refuse(row, `item ${items[row]} is out of range`);
    if (!(stars[row] >= 0.5 && stars[row] <= 5)) refuse(row, `${stars[row]} stars are not between 0.5 and 5`);
    if (!Number.isFinite(ratedAt[row])) refuse(row, `its time is ${ratedAt[row]}`);
  }
  return withoutDuplicates(dataset);
}

/** The profile, proven against a model of `itemCount` items. Throws EngineInputError. */
export function checkProfile({ items, stars, ratedAt }: EngineProfile, itemCount: number): void {
  if (items.length !== stars.length || items.length !== ratedAt.length) {
    throw new EngineInputError("The profile's columns differ in length.");
  }
  for (let row = 0; row < items.length; row++) {
    if (!(items[row] >= 0 && items[row] < itemCount)) {
      throw new EngineInputError(`The profile's item ${items[row]} is not in the model.`);
    }
    if (!(stars[row] >= 0.5 && stars[row] <= 5)) {
      throw new EngineInputError(`The profile's ${stars[row]} stars are not between 0.5 and 5.`);
    }
    if (!Number.isFinite(ratedAt[row])) throw new EngineInputError(`The profile holds the time ${ratedAt[row]}.`);
  }
}

function checkItems({ itemCount, itemIds, itemVectors, itemYears }: Dataset): void {
  if (itemIds.length !== itemCount) throw new EngineInputError("The dataset's item ids and item count differ.");
  if (itemIds.some((id, item) => item > 0 && id <= itemIds[item - 1])) {
    throw new EngineInputError("The dataset's item ids are not ascending.");
  }
  if (itemYears && itemYears.length !== itemCount) {
    throw new EngineInputError("The dataset's item years and item count differ.");
  }
  if (!itemVectors) return;
  const { dimensions, values } = itemVectors;
  if (!(dimensions >= 1) || values.length !== itemCount * dimensions) {
    throw new EngineInputError("The dataset's item vectors do not fit its item count.");
  }
  if (!values.every(Number.isFinite))
    throw new EngineInputError("The dataset's item vectors hold values that are no numbers.");
}

function checkAttribute({ name, terms, starts, columns, counts }: Attribute, rowCount: number): void {
  const isWhole =
    starts.length === rowCount + 1 &&
    starts[0] === 0 &&
    starts[rowCount] === columns.length &&
    columns.length === counts.length;
  if (!isWhole || starts.some((start, row) => row > 0 && start < starts[row - 1])) {
    throw new EngineInputError(`The dataset's attribute "${name}" does not fit its rows.`);
  }
  if (
    columns.some((term) => !(term >= 0 && term < terms.length)) ||
    !counts.every((count) => count > 0 && count < Infinity)
  ) {
    throw new EngineInputError(`The dataset's attribute "${name}" holds a term or count out of range.`);
  }
}

function checkVotes({ source, counts, means }: VoteTotals, itemCount: number): void {
  if (counts.length !== itemCount || means.length !== itemCount) {
    throw new EngineInputError(`The dataset's votes of ${source} do not fit its item count.`);
  }
  if (counts.some((count, item) => count < 0 || (count > 0 && !(means[item] >= 0.5 && means[item] <= 5)))) {
    throw new EngineInputError(`The dataset's votes of ${source} hold a count or mean out of range.`);
  }
}

function withoutDuplicates(dataset: Dataset): Dataset {
  const { stars, ratedAt, itemCount, userCount } = dataset;
  const byUser = groupByUser(dataset);
  const isDropped = new Uint8Array(stars.length);
  const entryOfItem = new Int32Array(itemCount).fill(-1);
  let dropped = 0;
  for (let user = 0; user < userCount; user++) {
    for (let entry = byUser.starts[user]; entry < byUser.starts[user + 1]; entry++) {
      const item = byUser.columns[entry];
      const earlier = entryOfItem[item];
      if (earlier < byUser.starts[user]) {
        entryOfItem[item] = entry;
        continue;
      }
      const isLater = ratedAt[byUser.rows[entry]] >= ratedAt[byUser.rows[earlier]];
      isDropped[byUser.rows[isLater ? earlier : entry]] = 1;
      if (isLater) entryOfItem[item] = entry;
      dropped++;
    }
  }
  if (dropped === 0) return dataset;
  const kept = Int32Array.from(stars.keys()).filter((row) => isDropped[row] === 0);
  return selectRows(dataset, kept);
}

function refuse(row: number, reason: string): never {
  throw new EngineInputError(`Rating ${row} of the dataset: ${reason}.`);
}
