// The weights of a stack's members, chosen by what they would have ranked first.
import type { ValidationList } from "./validation-lists.ts";

const listLength = 10;
const steps = [0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8, 1, 1.25, 1.6, 2];
const rounds = 3;
/** A member whose weight gains less than this in nDCG stays as it is: less is chance. */
const leastGain = 1e-4;

/**
 * Weights of the members' standardized scores that maximize the mean nDCG@10 of the lists, by coordinate ascent over a
 * grid from the weights 1, 0, 0, …: one member after the other, three rounds.
 */
export function fitStackWeights(lists: readonly ValidationList[], memberCount: number): Float32Array {
  const weights = new Float32Array(memberCount);
  weights[0] = 1;
  let best = meanNdcg(lists, weights);
  for (let round = 0; round < rounds; round++) {
    for (let member = 1; member < memberCount; member++) {
      const before = weights[member];
      let chosen = before;
      for (const step of steps) {
        weights[member] = step;
        const reached = meanNdcg(lists, weights);
        if (reached < best + leastGain) continue;
        best = reached;
        chosen = step;
      }
      weights[member] = chosen;
    }
  }
  return weights;
}

/** Binary nDCG of the first ten, mean over the lists; 0 for none. */
export function meanNdcg(lists: readonly ValidationList[], weights: Float32Array): number {
  const total = lists.reduce((sum, list) => sum + ndcg(list, weights), 0);
  return lists.length === 0 ? 0 : total / lists.length;
}

function ndcg({ relevant, relevantCount, scores }: ValidationList, weights: Float32Array): number {
  const blended = new Float32Array(relevant.length);
  scores.forEach((row, member) => {
    const weight = weights[member];
    if (weight === 0) return;
    for (let candidate = 0; candidate < row.length; candidate++) blended[candidate] += weight * row[candidate];
  });
  const taken = new Uint8Array(relevant.length);
  let gain = 0;
  let ideal = 0;
  for (let rank = 0; rank < Math.min(listLength, relevant.length); rank++) {
    let first = -1;
    for (let candidate = 0; candidate < blended.length; candidate++) {
      if (taken[candidate] === 0 && (first < 0 || blended[candidate] > blended[first])) first = candidate;
    }
    taken[first] = 1;
    if (relevant[first] === 1) gain += 1 / Math.log2(rank + 2);
  }
  for (let rank = 0; rank < Math.min(listLength, relevantCount); rank++) ideal += 1 / Math.log2(rank + 2);
  return gain / ideal;
}
