/** Numbers in [0, 1) that a seed decides (mulberry32), and a shuffle by them. */
export function createRandom(seed: number) {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  /** Fisher–Yates, in place. */
  function shuffle(values: Uint32Array): void {
    for (let last = values.length - 1; last > 0; last--) {
      const other = Math.floor(next() * (last + 1));
      [values[last], values[other]] = [values[other], values[last]];
    }
  }
  return { next, shuffle };
}
