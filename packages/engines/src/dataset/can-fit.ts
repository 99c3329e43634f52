// Which engines a dataset has enough for.
import type { Dataset } from "../engine.types.ts";
import type { AnyEngine } from "../registry.ts";

/** Whether the dataset has all parts that the engine needs: ratings for most, vectors or attributes for some. */
export function canFit({ needs = [], fitsWithoutRatings = false }: AnyEngine, dataset: Dataset): boolean {
  return (fitsWithoutRatings || dataset.stars.length > 0) && needs.every((part) => dataset[part] !== undefined);
}
