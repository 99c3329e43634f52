import type { SourceRatings } from "../dataset.types.ts";

/**
 * Ratings ordered by viewer, then movie, one per pair: the newest stays, of two at the same time the higher. So the
 * result does not depend on the order of the lines. Ratings already in that order are returned as they are.
 */
export function orderRatings(
  ratings: SourceRatings,
  viewerCount: number,
  onDuplicate: (viewer: number, movie: number) => void,
): SourceRatings {
  const { viewers, movies, halfStars, ratedAt } = ratings;
  if (isOrdered(ratings)) return ratings;
  const order = groupByViewer(viewers, viewerCount);
  const oldestFirst = (a: number, b: number) =>
    movies[a] - movies[b] || ratedAt[a] - ratedAt[b] || halfStars[a] - halfStars[b];
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && viewers[order[end]] === viewers[order[start]]) end++;
    order.subarray(start, end).sort(oldestFirst);
    start = end;
  }
  let kept = 0;
  for (let place = 0; place < order.length; place++) {
    const rating = order[place];
    const next = order[place + 1];
    const replaced = place + 1 < order.length && viewers[next] === viewers[rating] && movies[next] === movies[rating];
    if (replaced) onDuplicate(viewers[rating], movies[rating]);
    else order[kept++] = rating;
  }
  const chosen = order.subarray(0, kept);
  return {
    viewers: gather(viewers, chosen, new Int32Array(kept)),
    movies: gather(movies, chosen, new Int32Array(kept)),
    halfStars: gather(halfStars, chosen, new Uint8Array(kept)),
    ratedAt: gather(ratedAt, chosen, new Float64Array(kept)),
  };
}

function gather<Column extends Int32Array | Uint8Array | Float64Array>(
  from: Column,
  places: Uint32Array,
  into: Column,
): Column {
  for (let at = 0; at < places.length; at++) into[at] = from[places[at]];
  return into;
}

function isOrdered({ viewers, movies }: SourceRatings): boolean {
  for (let i = 1; i < viewers.length; i++) {
    if (viewers[i] < viewers[i - 1] || (viewers[i] === viewers[i - 1] && movies[i] <= movies[i - 1])) return false;
  }
  return true;
}

/** Counting sort: the places of the ratings, viewer by viewer. */
function groupByViewer(viewers: Int32Array, viewerCount: number): Uint32Array {
  const next = new Uint32Array(viewerCount + 1);
  for (const viewer of viewers) next[viewer + 1]++;
  for (let viewer = 0; viewer < viewerCount; viewer++) next[viewer + 1] += next[viewer];
  const order = new Uint32Array(viewers.length);
  for (let rating = 0; rating < viewers.length; rating++) order[next[viewers[rating]]++] = rating;
  return order;
}
