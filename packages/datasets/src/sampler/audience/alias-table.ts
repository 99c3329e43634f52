// Draws by given weights in constant time, however many there are (Walker 1977, tables after Vose 1991).
import type { Random } from "./random.ts";

export interface AliasTable {
  /** Sum of the weights. */
  readonly total: number;
  /** An index, as often as its weight says. */
  draw(random: Random): number;
}

/** Weights not negative, one at least above 0. */
export function createAliasTable(weights: Float64Array): AliasTable {
  const { length } = weights;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  // Each column holds one share: its own index up to `kept`, its alias above.
  const kept = Float32Array.from(weights, (weight) => (weight * length) / total);
  const aliases = Int32Array.from(weights.keys());
  const small: number[] = [];
  const large: number[] = [];
  for (const [index, share] of kept.entries()) (share < 1 ? small : large).push(index);
  while (small.length > 0 && large.length > 0) {
    const [under, over] = [small.pop()!, large.at(-1)!];
    aliases[under] = over;
    kept[over] -= 1 - kept[under];
    if (kept[over] < 1) small.push(large.pop()!);
  }
  // What is left differs from 1 by rounding.
  for (const index of [...small, ...large]) kept[index] = 1;
  return {
    total,
    draw(random) {
      const place = random.uniform() * length;
      const column = Math.floor(place);
      return place - column < kept[column] ? column : aliases[column];
    },
  };
}
