import { borderOfHalves } from "./halves.ts";
import type { PairwiseKernels, PairwisePass, PairwiseProblem } from "./pairwise.types.ts";

/** Drawings kept for one step: the seen entry, then the unseen columns tried. */
const drawings = 16;

export function plainPairwise(): PairwiseKernels {
  return {
    rank(problem, pass) {
      const border = borderOfHalves(problem.rows);
      const entryCount = problem.rows.columns.length;
      for (const phase of [0, 1]) {
        for (const block of [0, 1]) {
          const [first, end] = block === 0 ? [0, border] : [border, entryCount];
          const stream = hash(pass.seed ^ hash(2 * phase + block + 1));
          for (let step = 0; step < end - first; step++) {
            const counter = stream + step * drawings;
            const at = first + below(hash(counter), end - first);
            if (halfOf(problem.rows.columns[at], pass.seed) !== (block ^ phase)) continue;
            const unseen = drawUnseen(problem, pass, problem.rowOfEntry[at], counter, block ^ phase);
            if (unseen >= 0) takeStep(problem, pass, at, unseen);
          }
        }
      }
    },
  };
}

function takeStep(problem: PairwiseProblem, pass: PairwisePass, at: number, unseen: number): void {
  const { rows, rowOfEntry, weights, rowFactors, columnFactors, columnBiases } = problem;
  const { rate, regularization, biasRegularization } = pass;
  const seen = rows.columns[at];
  const x = rowFactors.values.subarray(rowOfEntry[at] * rowFactors.stride);
  const y = columnFactors.values.subarray(seen * columnFactors.stride);
  const z = columnFactors.values.subarray(unseen * columnFactors.stride);
  let lead = columnBiases[seen] - columnBiases[unseen];
  for (let index = 0; index < columnFactors.columns; index++) lead += x[index] * (y[index] - z[index]);
  const push = (rate * weights[at]) / (1 + Math.exp(lead));
  const decay = 1 - rate * regularization;
  const biasDecay = 1 - rate * biasRegularization;
  columnBiases[seen] = columnBiases[seen] * biasDecay + push;
  columnBiases[unseen] = columnBiases[unseen] * biasDecay - push;
  for (let index = 0; index < columnFactors.columns; index++) {
    const [ofRow, ofSeen, ofUnseen] = [x[index], y[index], z[index]];
    x[index] = ofRow * decay + push * (ofSeen - ofUnseen);
    y[index] = ofSeen * decay + push * ofRow;
    z[index] = ofUnseen * decay - push * ofRow;
  }
}

/** A column of the half that the row has not seen, −1 where the tries end. */
function drawUnseen(
  { rows, columnFactors }: PairwiseProblem,
  { seed, popularShare }: PairwisePass,
  row: number,
  counter: number,
  half: number,
): number {
  const seen = rows.columns.subarray(rows.starts[row], rows.starts[row + 1]);
  for (let drawing = 1; drawing < drawings; drawing += 2) {
    const drawn = hash(counter + drawing);
    const isPopular = hash(counter + drawing + 1) < popularShare * 2 ** 32;
    const column = isPopular ? rows.columns[below(drawn, rows.columns.length)] : below(drawn, columnFactors.rows);
    if (halfOf(column, seed) === half && !seen.includes(column)) return column;
  }
  return -1;
}

const below = (bits: number, count: number) => Math.floor((bits * count) / 2 ** 32);

const halfOf = (column: number, seed: number) => hash(column ^ seed) & 1;

/** 32 bits that look random (the finalizer "lowbias32" by Chris Wellons). */
function hash(value: number): number {
  let bits = value >>> 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x7feb352d) >>> 0;
  bits = Math.imul(bits ^ (bits >>> 15), 0x846ca68b) >>> 0;
  return (bits ^ (bits >>> 16)) >>> 0;
}
