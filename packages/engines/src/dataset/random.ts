// The engines' only source of chance: equal seeds give equal numbers on every machine (integer arithmetic alone).

/** A stream of uniform numbers in [0, 1), 32 bits each. */
export type Random = () => number;

/** The generator "small fast counter" of 32-bit words (sfc32, Chris Doty-Humphrey), keyed by a whole number. */
export function createRandom(seed: number): Random {
  let a = seed | 0;
  let b = Math.floor(seed / 4294967296) | 0;
  let c = 0x2545f491;
  let counter = 1;
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (let round = 0; round < 15; round++) next();
  return () => next() / 4294967296;
}

/** Puts the values into a random order, in place (Fisher–Yates). */
export function shuffle(values: Int32Array, random: Random): void {
  for (let last = values.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const moved = values[last];
    values[last] = values[other];
    values[other] = moved;
  }
}

/** 0 … length − 1 in a random order. */
export function shuffledIndexes(length: number, random: Random): Int32Array {
  const indexes = Int32Array.from({ length }, (_, index) => index);
  shuffle(indexes, random);
  return indexes;
}
