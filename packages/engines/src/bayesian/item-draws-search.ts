// Scores and similarities of all items over all draws at once: inner products with an item's bytes.
import { openKernels } from "@matinee/kernels";
import { once } from "../model/once.ts";
import { type Posterior, weightOf } from "./posterior.ts";
import type { FoldedDraw } from "./viewer.ts";

export interface ItemDraws {
  /** The viewer's unclipped stars for each item. */
  scores(viewer: readonly FoldedDraw[]): Float32Array;
  /** Cosines of the item's factors with each item's, over all draws together. */
  cosines(item: number): Float32Array;
}

export function openItemDraws(posterior: Posterior): ItemDraws {
  const { columns, draws, offsets, shifts, stretches } = posterior;
  const { bytes, scales, centers } = posterior.items;
  const places = draws * columns;
  const itemCount = bytes.length / places;
  const isFactor = (place: number) => place % columns > 0;
  const open = once(() => {
    const kernels = openKernels();
    const stride = Math.ceil(places / 8) * 8;
    const values = kernels.int8(itemCount * stride);
    const lengths = kernels.float32(itemCount);
    for (let item = 0; item < itemCount; item++) {
      const row = bytes.subarray(item * places, (item + 1) * places);
      values.set(row, item * stride);
      let square = 0;
      for (let place = 0; place < places; place++) if (isFactor(place)) square += (row[place] * scales[place]) ** 2;
      lengths[item] = square > 0 ? 1 / Math.sqrt(square) : 0;
    }
    const ones = kernels.float32(itemCount).fill(1);
    const vectors = { items: itemCount, stride, values };
    return { kernels, vectors, ones, lengths, query: kernels.float32(stride), scores: kernels.float32(itemCount) };
  });

  return {
    scores(viewer) {
      const { kernels, vectors, ones, query, scores } = open();
      let constant = 0;
      query.fill(0);
      viewer.forEach(({ vector }, draw) => {
        const weight = weightOf(posterior, draw) * stretches[draw];
        constant += weightOf(posterior, draw) * shifts[draw] + weight * (offsets[draw] + vector[0]);
        for (let column = 0; column < columns; column++) {
          const place = draw * columns + column;
          const factor = weight * (column === 0 ? 1 : vector[column]);
          query[place] = factor * scales[place];
          constant += factor * centers[place];
        }
      });
      kernels.search.byteScores({ ...vectors, scales: ones }, query, scores);
      return scores.map((score) => score + constant).slice();
    },
    cosines(item) {
      const { kernels, vectors, lengths, query, scores } = open();
      query.fill(0);
      for (let place = 0; place < places; place++) {
        if (isFactor(place)) query[place] = bytes[item * places + place] * scales[place] ** 2 * lengths[item];
      }
      kernels.search.byteScores({ ...vectors, scales: lengths }, query, scores);
      return scores.slice();
    },
  };
}
