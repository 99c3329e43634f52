// Where each movie of the catalog is in each model. Made once per snapshot, kept as long as the snapshot lives.
import type { EngineName, Model } from "@matinee/engines";
import type { Snapshot } from "./recommender.types.ts";

/** A promoted model with the way from the catalog's dense indexes to its own and back; -1 where the other side lacks it. */
export interface IndexedModel {
  readonly engine: EngineName;
  readonly version: number;
  readonly model: Model;
  readonly itemOfMovie: Int32Array;
  readonly movieOfItem: Int32Array;
}

export type IndexedModels = Partial<Readonly<Record<EngineName, IndexedModel>>>;

const indexed = new WeakMap<Snapshot, IndexedModels>();

export function indexedModels(snapshot: Snapshot): IndexedModels {
  const known = indexed.get(snapshot);
  if (known) return known;
  const models: Partial<Record<EngineName, IndexedModel>> = {};
  for (const { version, model } of Object.values(snapshot.models)) {
    models[model.engine] = {
      engine: model.engine,
      version,
      model,
      ...matchIds(snapshot.catalog.movieIds, model.itemIds),
    };
  }
  indexed.set(snapshot, models);
  return models;
}

/** Index of an id among ascending ids, or -1. */
export function findIndex(ids: Int32Array, id: number): number {
  let low = 0;
  let high = ids.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = ids[middle];
    if (found === id) return middle;
    if (found < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function matchIds(movieIds: Int32Array, itemIds: Int32Array) {
  const itemOfMovie = new Int32Array(movieIds.length).fill(-1);
  const movieOfItem = new Int32Array(itemIds.length).fill(-1);
  for (let movie = 0, item = 0; movie < movieIds.length && item < itemIds.length; ) {
    const difference = movieIds[movie] - itemIds[item];
    if (difference === 0) {
      itemOfMovie[movie] = item;
      movieOfItem[item] = movie;
    }
    if (difference <= 0) movie++;
    if (difference >= 0) item++;
  }
  return { itemOfMovie, movieOfItem };
}
