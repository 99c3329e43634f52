import type { Vary } from "./poster.types.ts";

/** An even sequence of numbers from a film's id (Weyl steps, finished as in MurmurHash3). */
export function varyBy(movieId: number): Vary {
  let state = Math.imul(movieId, 0x9e3779b1);
  return (low, high) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return low + ((high - low) * ((mixed ^ (mixed >>> 16)) >>> 0)) / 2 ** 32;
  };
}

/** One of the entries, by the next number of the sequence. */
export function pick<Entry>(entries: readonly Entry[], vary: Vary): Entry {
  return entries[Math.min(entries.length - 1, Math.floor(vary(0, entries.length)))];
}
