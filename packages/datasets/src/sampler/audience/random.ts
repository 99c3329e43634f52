// Random numbers that are the same on every machine for the same seed.

export interface Random {
  /** In [0, 1). */
  uniform(): number;
  /** Standard normal (Box–Muller). */
  normal(): number;
  /** Exponential with mean 1. */
  exponential(): number;
  /** Whole number in [0, limit). */
  below(limit: number): number;
}

/** Mulberry32 (Tommy Ettinger): 32 bits of state, ample for streams of some thousand numbers. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  // log(0) is −∞: half a step above it.
  const positive = () => uniform() + 2 ** -33;
  return {
    uniform,
    normal: () => Math.sqrt(-2 * Math.log(positive())) * Math.cos(2 * Math.PI * uniform()),
    exponential: () => -Math.log(positive()),
    below: (limit) => Math.floor(uniform() * limit),
  };
}

/** A seed of its own for each part of a simulation, so that more viewers or films leave the others as they were. */
export function seedFor(seed: number, part: string): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let index = 0; index < part.length; index++) {
    hash = Math.imul(hash ^ part.charCodeAt(index), 0x01000193);
  }
  // FNV-1a alone leaves neighboring parts ("viewer-1", "viewer-2") close together.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
