import type { CatalogFeatures } from "./recommender.types.ts";

/** |genres of both| / |genres of either|, 0 to 1; 0 where neither has a genre. */
export function genreJaccard(catalog: CatalogFeatures, a: number, b: number): number {
  const ofA = catalog.genreBits[a];
  const ofB = catalog.genreBits[b];
  const either = countBits(ofA | ofB);
  return either === 0 ? 0 : countBits(ofA & ofB) / either;
}

/** Ones in a 32-bit word, added up in parallel by pairs, nibbles and bytes. */
function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
