// Three ways in which a film can be like another, each over the whole catalog.
import type { EngineName } from "@matinee/engines";
import { genreJaccard } from "./genre-jaccard.ts";
import type { CatalogFeatures, Snapshot } from "./recommender.types.ts";
import { indexedModels } from "./snapshot-index.ts";

/** Years after which likeness of period has fallen to 1/e. */
const PERIOD = 15;
const GENRE_SHARE = 0.4;
const PERIOD_SHARE = 0.15;

/** One likeness in [0, 1] per movie of the catalog; undefined where the model is missing or does not know the film. */
export function modelLikeness(snapshot: Snapshot, engine: EngineName, movie: number): Float32Array | undefined {
  const indexed = indexedModels(snapshot)[engine];
  const item = indexed?.itemOfMovie[movie] ?? -1;
  if (!indexed?.model.findsSimilar || item < 0) return undefined;
  const likeness = new Float32Array(snapshot.catalog.movieIds.length);
  const similarities = indexed.model.findsSimilar.similarities(item);
  for (let other = 0; other < similarities.length; other++) {
    if (indexed.movieOfItem[other] >= 0) likeness[indexed.movieOfItem[other]] = similarities[other];
  }
  return likeness;
}

/** .40 · genre Jaccard + .15 · exp(−|years apart| / 15) + .45 · likeness of plot; without plots .73 and .27. */
export function contentLikeness(catalog: CatalogFeatures, movie: number, plot: Float32Array | undefined): Float32Array {
  const scale = plot ? 1 : 1 / (GENRE_SHARE + PERIOD_SHARE);
  const likeness = new Float32Array(catalog.movieIds.length);
  for (let other = 0; other < likeness.length; other++) {
    const shared =
      GENRE_SHARE * genreJaccard(catalog, movie, other) + PERIOD_SHARE * periodLikeness(catalog, movie, other);
    likeness[other] = scale * shared + (plot ? (1 - GENRE_SHARE - PERIOD_SHARE) * plot[other] : 0);
  }
  return likeness;
}

function periodLikeness({ years }: CatalogFeatures, a: number, b: number): number {
  return years[a] === 0 || years[b] === 0 ? 0 : Math.exp(-Math.abs(years[a] - years[b]) / PERIOD);
}
