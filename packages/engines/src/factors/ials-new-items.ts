// Items that came after the training, folded in from their first ratings with the users' side fixed.
import { checkedNewItems } from "../dataset/new-items.ts";
import type { EngineProfile, NewItem } from "../engine.types.ts";
import type { FittedIals } from "./ials.types.ts";
import { foldInRow } from "./ials-viewer.ts";

/**
 * The fitted model with the items behind its own. Each gets the factors that its row of the training would have, its raters
 * folded in as viewers: y = (α₀·XᵀX + λI + Σ w·xxᵀ)⁻¹ Σ c·x. Throws EngineInputError for ids not above all known ones.
 */
export function withNewItems(
  fitted: FittedIals,
  items: readonly NewItem[],
  solutionOf: (profile: EngineProfile) => Float64Array,
): FittedIals {
  const { factors, itemFactors, userGram, userCount, settings } = fitted;
  const itemIds = checkedNewItems(fitted.itemIds, items);
  const all = new Float32Array(itemIds.length * factors);
  all.set(itemFactors);
  const itemGram = fitted.itemGram.slice();
  items.forEach(({ raters }, index) => {
    const values = new Float32Array(raters.length * factors);
    raters.forEach(({ profile }, rater) => {
      values.set(solutionOf(profile), rater * factors);
    });
    const { solution } = foldInRow(
      Int32Array.from(raters.keys()),
      raters.map(({ stars }) => stars),
      { factors: { factorCount: factors, values }, gram: userGram, count: userCount },
      settings,
    );
    all.set(solution, itemFactors.length + index * factors);
    solution.forEach((value, row) => {
      solution.forEach((other, column) => {
        itemGram[row * factors + column] += value * other;
      });
    });
  });
  return { ...fitted, itemIds, itemFactors: all, itemGram };
}
