// Bayesian personalized ranking: steps on pairs of a seen and an unseen column of a row. In a phase, block b holds the rows of
// half b and the columns of half b xor phase, so that the blocks of a phase share no factors and the number of threads
// changes nothing. Halves of columns and all drawings come from hashes of the seed and a counter.
import { entry, multiplyAdd, sumLanes } from "./vectors";

/** Drawings kept for one step: the seen entry, then the unseen columns tried. */
const drawings: u32 = 16;

/** Pairs drawn before their steps are made: the drawing's doubtful branches then do not hold up the steps. */
const drawnTogether = 64;

/**
 * As many drawings as the half has entries, for blocks from..to; those whose column is not of the block make no step.
 * Scratch: the entry and the unseen column of each pair drawn together.
 */
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
  const decay: f32 = 1 - rate * regularization;
  const biasDecay: f32 = 1 - rate * biasRegularization;
  const others = scratch + (drawnTogether << 2);
  for (let block = from; block < to; block++) {
    const first = block == 0 ? 0 : border;
    const count = block == 0 ? border : entryCount - border;
    const half = <u32>(block ^ phase);
    const stream = hash(seed ^ hash(<u32>(2 * phase + block + 1)));
    for (let step = 0; step < count; ) {
      let pairs = 0;
      for (; pairs < drawnTogether && step < count; step++) {
        const counter = stream + <u32>step * drawings;
        const at = first + below(hash(counter), count);
        if (halfOf(load<i32>(entry(columns, at)), seed) != half) continue;
        const row = load<i32>(entry(rowOfEntry, at));
        const unseen = drawUnseen(starts, columns, row, counter, entryCount, columnCount, popularShare, half, seed);
        if (unseen < 0) continue;
        store<i32>(entry(scratch, pairs), at);
        store<i32>(entry(others, pairs), unseen);
        pairs++;
      }
      for (let pair = 0; pair < pairs; pair++) {
        const at = load<i32>(entry(scratch, pair));
        const seen = load<i32>(entry(columns, at));
        const unseen = load<i32>(entry(others, pair));
        const x = rowFactors + <usize>load<i32>(entry(rowOfEntry, at)) * bytes;
        const y = columnFactors + <usize>seen * bytes;
        const z = columnFactors + <usize>unseen * bytes;
        const bias = load<f32>(entry(biases, seen));
        const otherBias = load<f32>(entry(biases, unseen));
        const lead = bias - otherBias + leadOf(x, y, z, bytes);
        const push = (rate * load<f32>(entry(weights, at))) / (1 + Mathf.exp(lead));
        store<f32>(entry(biases, seen), bias * biasDecay + push);
        store<f32>(entry(biases, unseen), otherBias * biasDecay - push);
        stepPair(x, y, z, bytes, push, decay);
      }
    }
  }
}

/** x·(y − z) */
function leadOf(x: usize, y: usize, z: usize, bytes: usize): f32 {
  let sum = f32x4.splat(0);
  let other = f32x4.splat(0);
  let at: usize = 0;
  for (; at + 32 <= bytes; at += 32) {
    sum = multiplyAdd(v128.load(x + at), f32x4.sub(v128.load(y + at), v128.load(z + at)), sum);
    const difference = f32x4.sub(v128.load(y + at, 16), v128.load(z + at, 16));
    other = multiplyAdd(v128.load(x + at, 16), difference, other);
  }
  if (at < bytes) sum = multiplyAdd(v128.load(x + at), f32x4.sub(v128.load(y + at), v128.load(z + at)), sum);
  return sumLanes(f32x4.add(sum, other));
}

/** x += push·(y − z), y += push·x, z −= push·x, each faded before by `decay`. */
function stepPair(x: usize, y: usize, z: usize, bytes: usize, push: f32, decay: f32): void {
  const fade = f32x4.splat(decay);
  const forth = f32x4.splat(push);
  const back = f32x4.splat(-push);
  for (let offset: usize = 0; offset < bytes; offset += 16) {
    const ofRow = v128.load(x + offset);
    const ofSeen = v128.load(y + offset);
    const ofUnseen = v128.load(z + offset);
    v128.store(x + offset, multiplyAdd(forth, f32x4.sub(ofSeen, ofUnseen), f32x4.mul(fade, ofRow)));
    v128.store(y + offset, multiplyAdd(forth, ofRow, f32x4.mul(fade, ofSeen)));
    v128.store(z + offset, multiplyAdd(back, ofRow, f32x4.mul(fade, ofUnseen)));
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

/** Whether the ascending columns from first to end hold this one: halving without branches, which nothing could predict. */
function holds(columns: usize, first: i32, end: i32, column: i32): bool {
  let at = first;
  for (let left = end - first; left > 1; ) {
    const half = left >> 1;
    at = select<i32>(at + half, at, load<i32>(entry(columns, at + half)) <= column);
    left -= half;
  }
  return load<i32>(entry(columns, at)) == column;
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
