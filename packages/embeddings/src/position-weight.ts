// What stands first in a text says most of what it is about: MiniLM reads it so, most of all a title.

const boost = 6;
const decay = 6;
const weights = Float64Array.from({ length: 64 }, (_, position) => 1 + boost * Math.exp(-position / decay));

/** How much the token at a position (0 for the first) counts: 7 at the start, falling to 1. */
export function positionWeight(position: number): number {
  return position < weights.length ? weights[position] : 1;
}
