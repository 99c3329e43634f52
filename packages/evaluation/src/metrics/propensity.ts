// Ratings are not missing at random: popular films are rated, and tested, more often. Weights that undo it.
import { countKeys, type Dataset } from "@matinee/engines";

/**
 * One weight per item: 1 / √(n + 1) of its n training ratings, the inverse of the propensity p ∝ n^½ that an item is
 * observed. The exponent is the middle between no correction (0) and taking all of popularity for bias (1): Steck, Item
 * popularity and recommendation accuracy, RecSys 2011; Schnabel et al., Recommendations as treatments, ICML 2016.
 */
export function inversePropensities({ items, itemCount }: Dataset): Float64Array {
  return Float64Array.from(countKeys(items, itemCount), (count) => 1 / Math.sqrt(count + 1));
}
