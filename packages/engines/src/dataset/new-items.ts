// The border for films that came after the training.
import { EngineInputError, type NewItem } from "../engine.types.ts";
import { checkProfile } from "./checked-dataset.ts";

/**
 * The known ids followed by the new ones. Throws EngineInputError unless those ascend above all known ones and their ratings
 * are proper: stars 0.5 to 5 by viewers of the model's items.
 */
export function checkedNewItems(itemIds: Int32Array, items: readonly NewItem[]): Int32Array {
  const added = Int32Array.from(items, ({ itemId }) => itemId);
  added.forEach((id, index) => {
    const before = index > 0 ? added[index - 1] : (itemIds.at(-1) ?? Number.NEGATIVE_INFINITY);
    if (!(id > before)) throw new EngineInputError(`The new item ${id} does not come after ${before}.`);
  });
  for (const { itemId, raters } of items) {
    for (const { profile, stars } of raters) {
      checkProfile(profile, itemIds.length);
      if (!(stars >= 0.5 && stars <= 5)) {
        throw new EngineInputError(`The new item ${itemId} has a rating of ${stars} stars, not between 0.5 and 5.`);
      }
    }
  }
  const joined = new Int32Array(itemIds.length + added.length);
  joined.set(itemIds);
  joined.set(added, itemIds.length);
  return joined;
}
