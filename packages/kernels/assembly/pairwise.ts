// Bayesian personalized ranking: steps on pairs of a seen and an unseen column of a row. In a phase, block b holds the rows of
// half b and the columns of half b xor phase, so that the blocks of a phase share no factors and the number of threads
// changes nothing. Halves of columns and all drawings come from hashes of the seed and a counter.
import { dot, entry, multiplyAdd } from "./vectors";

/** Drawings kept for one step: the seen entry, then the unseen columns tried. */
const drawings: u32 = 16;

/** As many drawings as the half has entries, for blocks from..to; those whose column is not of the block make no step. */
export function rankPairs(
  starts: usize,
  columns: usize,
  rowOfEntry: usize,
  weights: usize,
  border: i32,
  entryCount: i32,
  columnCount: i32,
  rowFactors: usize,
  columnFactors: usize,
  stride: i32,
  biases: usize,
  phase: i32,
  seed: u32,
  rate: f32,
  regularization: f32,
  biasRegularization: f32,
  popularShare: f64,
  from: i32,
  to: i32,
  scratch: usize,
): void {
  const bytes = (<usize>stride) << 2;
  const decay = f32x4.splat(1 - rate * regularization);
  const biasDecay: f32 = 1 - rate * biasRegularization;
  for (let block = from; block < to; block++) {
    const first = block == 0 ? 0 : border;
    const count = block == 0 ? border : entryCount - border;
    const half = <u32>(block ^ phase);
    const stream = hash(seed ^ hash(<u32>(2 * phase + block + 1)));
    for (let step = 0; step < count; step++) {
      const counter = stream + <u32>step * drawings;
      const at = first + below(hash(counter), count);
      const seen = load<i32>(entry(columns, at));
      if (halfOf(seen, seed) != half) continue;
      const row = load<i32>(entry(rowOfEntry, at));
      const unseen = drawUnseen(starts, columns, row, counter, entryCount, columnCount, popularShare, half, seed);
      if (unseen < 0) continue;
      const x = rowFactors + <usize>row * bytes;
      const y = columnFactors + <usize>seen * bytes;
      const z = columnFactors + <usize>unseen * bytes;
      const bias = load<f32>(entry(biases, seen));
      const otherBias = load<f32>(entry(biases, unseen));
      const lead = bias - otherBias + dot(x, y, bytes) - dot(x, z, bytes);
      const push = (rate * load<f32>(entry(weights, at))) / (1 + Mathf.exp(lead));
      store<f32>(entry(biases, seen), bias * biasDecay + push);
      store<f32>(entry(biases, unseen), otherBias * biasDecay - push);
      const forth = f32x4.splat(push);
      const back = f32x4.splat(-push);
      for (let offset: usize = 0; offset < bytes; offset += 16) {
        const ofRow = v128.load(x + offset);
        const ofSeen = v128.load(y + offset);
        const ofUnseen = v128.load(z + offset);
        v128.store(x + offset, multiplyAdd(forth, f32x4.sub(ofSeen, ofUnseen), f32x4.mul(decay, ofRow)));
        v128.store(y + offset, multiplyAdd(forth, ofRow, f32x4.mul(decay, ofSeen)));
        v128.store(z + offset, multiplyAdd(back, ofRow, f32x4.mul(decay, ofUnseen)));
      }
    }
  }
}

/** A column of the half that the row has not seen: of a random entry with the popular share, else any; −1 where tries end. */
function drawUnseen(
  starts: usize,
  columns: usize,
  row: i32,
  counter: u32,
  entryCount: i32,
  columnCount: i32,
  popularShare: f64,
  half: u32,
  seed: u32,
): i32 {
  const first = load<i32>(entry(starts, row));
  const end = load<i32>(entry(starts, row + 1));
  for (let drawing: u32 = 1; drawing < drawings; drawing += 2) {
    const drawn = hash(counter + drawing);
    const isPopular = <f64>hash(counter + drawing + 1) < popularShare * 4294967296.0;
    const column = isPopular ? load<i32>(entry(columns, below(drawn, entryCount))) : below(drawn, columnCount);
    if (halfOf(column, seed) == half && !holds(columns, first, end, column)) return column;
  }
  return -1;
}

/** Whether the ascending columns from first to end hold this one. */
function holds(columns: usize, first: i32, end: i32, column: i32): bool {
  while (first < end) {
    const middle = (first + end) >> 1;
    const found = load<i32>(entry(columns, middle));
    if (found == column) return true;
    if (found < column) first = middle + 1;
    else end = middle;
  }
  return false;
}

/** Of 32 random bits a whole number from 0 and below `count`. */
// @ts-ignore: decorator
@inline
function below(bits: u32, count: i32): i32 {
  return <i32>((<f64>bits * <f64>count) / 4294967296.0);
}

// @ts-ignore: decorator
@inline
function halfOf(column: i32, seed: u32): u32 {
  return hash(<u32>column ^ seed) & 1;
}

/** 32 bits that look random (the finalizer "lowbias32" by Chris Wellons). */
// @ts-ignore: decorator
@inline
function hash(value: u32): u32 {
  value ^= value >> 16;
  value *= 0x7feb352d;
  value ^= value >> 15;
  value *= 0x846ca68b;
  return value ^ (value >> 16);
}
