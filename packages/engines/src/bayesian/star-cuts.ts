// The cut points of ordered probit: where on the latent scale one level of stars ends and the next begins.
import type { CutStatistics } from "@matinee/kernels";
import type { Random } from "../dataset/random.ts";
import { drawNormal } from "./normal-prior.ts";

/** Beyond this no latent value lies. */
export const outermostCut = 1e9;
/** Of the normal prior that keeps the cut of a level nobody gave from running away. */
const cutPrecision = 0.01;
const longestStep = 0.5;
/** Latent values spread wider than their noise alone. */
const firstSpread = 1.3;

/** The levels of stars that occur, ascending. */
export const starLevels = (stars: Float32Array): Float32Array => Float32Array.from(new Set(stars)).sort();

/** Cuts that give each level its share, if scores had the spread they start with. */
export function firstCuts(
  levelOfEntry: Int32Array,
  levelCount: number,
  quantile: (share: number) => number,
): Float64Array {
  const cuts = new Float64Array(levelCount + 1);
  const counts = new Int32Array(levelCount);
  for (const level of levelOfEntry) counts[level]++;
  let below = 0;
  for (let cut = 1; cut < levelCount; cut++) {
    below += counts[cut - 1];
    cuts[cut] = firstSpread * quantile(below / levelOfEntry.length);
  }
  cuts[0] = -outermostCut;
  cuts[levelCount] = outermostCut;
  return cuts;
}

/**
 * Draws the inner cuts, in place, from the normal approximation of their posterior given the scores: a Newton step of the
 * likelihood with the latent values summed out, plus noise of its inverse Hessian. A draw out of order is not taken.
 */
export function drawCuts(cuts: Float64Array, { gradient, diagonal, beside }: CutStatistics, random: Random): void {
  const inner = cuts.length - 2;
  // Cholesky of a tridiagonal matrix: pivots, and what stands below them
  const pivots = new Float64Array(inner);
  const below = new Float64Array(inner);
  const step = new Float64Array(inner);
  for (let index = 0; index < inner; index++) {
    const cut = index + 1;
    if (index > 0) below[index] = beside[cut - 1] / pivots[index - 1];
    pivots[index] = Math.sqrt(diagonal[cut] + cutPrecision - below[index] ** 2);
    const pull = gradient[cut] - cutPrecision * cuts[cut];
    step[index] = (pull - (index > 0 ? below[index] * step[index - 1] : 0)) / pivots[index];
  }
  for (let index = 0; index < inner; index++) step[index] += drawNormal(random);
  for (let index = inner - 1; index >= 0; index--) {
    const above = index + 1 < inner ? below[index + 1] * step[index + 1] : 0;
    step[index] = (step[index] - above) / pivots[index];
  }
  const moved = cuts.map((value, cut) =>
    cut === 0 || cut > inner ? value : value + Math.min(longestStep, Math.max(-longestStep, step[cut - 1])),
  );
  if (moved.every((value, cut) => cut === 0 || value > moved[cut - 1])) cuts.set(moved);
}
