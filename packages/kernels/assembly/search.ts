import { emptyHeap, offer, offerEight, sortBestFirst } from "./best-heap";
import { entry, multiplyAdd, sumLanes } from "./vectors";

// Every inner product is summed in one order, whether its query comes alone or with three others: equal bits either way.

/** Items that several queries go through while they lie in the nearest cache. */
const blockBytes: i32 = 1 << 17;

/** scores[query][item] = query · item · scale of the item, for the items from..to and all queries. */
export function scoreItems(
  queries: usize,
  queryCount: i32,
  items: usize,
  stride: i32,
  scales: usize,
  scores: usize,
  scoresStride: i32,
  from: i32,
  to: i32,
  scratch: usize,
): void {
  const bytes = (<usize>stride) << 2;
  let query = 0;
  for (; query + 4 <= queryCount; query += 4) {
    const four = queries + <usize>query * bytes;
    const target = entry(scores, query * scoresStride);
    for (let item = from; item < to; item += 2) {
      dotFourQueries(four, items + <usize>item * bytes, item + 1 < to ? bytes : 0, bytes, scratch);
      for (let next = 0; next < 2 && item + next < to; next++) {
        const products = scaled(v128.load(scratch + (<usize>next << 4)), scales, item + next);
        const at = entry(target, item + next);
        f32.store(at, f32x4.extract_lane(products, 0));
        f32.store(entry(at, scoresStride), f32x4.extract_lane(products, 1));
        f32.store(entry(at, 2 * scoresStride), f32x4.extract_lane(products, 2));
        f32.store(entry(at, 3 * scoresStride), f32x4.extract_lane(products, 3));
      }
    }
  }
  for (; query < queryCount; query++) {
    const one = queries + <usize>query * bytes;
    const target = entry(scores, query * scoresStride);
    let item = from;
    for (; item + 8 <= to; item += 8) scoreEight(one, items, bytes, scales, item, entry(target, item));
    for (; item < to; item++) f32.store(entry(target, item), scoreOne(one, items, bytes, scales, item));
  }
}

/**
 * The `limit` best items of the queries of the groups from..to, four queries a group: best first, of equal scores the lower
 * index first; item −1 where there are no more. `excluded` has a byte for each query and item, or is 0.
 */
export function searchItems(
  queries: usize,
  queryCount: i32,
  items: usize,
  itemCount: i32,
  stride: i32,
  scales: usize,
  excluded: usize,
  limit: i32,
  bestItems: usize,
  bestScores: usize,
  from: i32,
  to: i32,
  scratch: usize,
): void {
  const bytes = (<usize>stride) << 2;
  const first = from * 4;
  const end = min(to * 4, queryCount);
  for (let query = first; query < end; query++) {
    emptyHeap(entry(bestItems, query * limit), entry(bestScores, query * limit), limit);
  }
  const blockItems = max(8, (blockBytes / (stride << 2)) & ~7);
  for (let start = 0; start < itemCount; start += blockItems) {
    const stop = min(start + blockItems, itemCount);
    let query = first;
    for (; query + 4 <= end; query += 4) {
      const four = queries + <usize>query * bytes;
      const masks = maskOf(excluded, query, itemCount);
      const heapItems = entry(bestItems, query * limit);
      const heapScores = entry(bestScores, query * limit);
      searchFour(four, items, itemCount, bytes, scales, masks, limit, heapItems, heapScores, start, stop, scratch);
    }
    for (; query < end; query++) {
      const one = queries + <usize>query * bytes;
      const mask = maskOf(excluded, query, itemCount);
      const heapItems = entry(bestItems, query * limit);
      const heapScores = entry(bestScores, query * limit);
      searchOne(one, items, bytes, scales, mask, limit, heapItems, heapScores, start, stop, scratch);
    }
  }
  for (let query = first; query < end; query++) {
    sortBestFirst(entry(bestItems, query * limit), entry(bestScores, query * limit), limit);
  }
}

/** The `limit` best of each row from..to of scores, as `searchItems` gives them. NaN is never among them. */
export function selectBest(
  scores: usize,
  scoresStride: i32,
  itemCount: i32,
  excluded: usize,
  limit: i32,
  bestItems: usize,
  bestScores: usize,
  from: i32,
  to: i32,
  scratch: usize,
): void {
  for (let row = from; row < to; row++) {
    const heapItems = entry(bestItems, row * limit);
    const heapScores = entry(bestScores, row * limit);
    const mask = maskOf(excluded, row, itemCount);
    const values = entry(scores, row * scoresStride);
    emptyHeap(heapItems, heapScores, limit);
    let item = 0;
    for (; item + 8 <= itemCount; item += 8) {
      offerEight(entry(values, item), item, mask, limit, heapItems, heapScores);
    }
    for (; item < itemCount; item++) {
      offer(load<f32>(entry(values, item)), item, mask, limit, heapItems, heapScores);
    }
    sortBestFirst(heapItems, heapScores, limit);
  }
}

function searchOne(
  query: usize,
  items: usize,
  bytes: usize,
  scales: usize,
  mask: usize,
  limit: i32,
  heapItems: usize,
  heapScores: usize,
  from: i32,
  to: i32,
  scratch: usize,
): void {
  let item = from;
  for (; item + 8 <= to; item += 8) {
    scoreEight(query, items, bytes, scales, item, scratch);
    offerEight(scratch, item, mask, limit, heapItems, heapScores);
  }
  for (; item < to; item++) {
    offer(scoreOne(query, items, bytes, scales, item), item, mask, limit, heapItems, heapScores);
  }
}

function searchFour(
  queries: usize,
  items: usize,
  itemCount: i32,
  bytes: usize,
  scales: usize,
  masks: usize,
  limit: i32,
  heapItems: usize,
  heapScores: usize,
  from: i32,
  to: i32,
  scratch: usize,
): void {
  let thresholds = fourThresholds(heapScores, limit);
  for (let item = from; item < to; item += 2) {
    dotFourQueries(queries, items + <usize>item * bytes, item + 1 < to ? bytes : 0, bytes, scratch);
    for (let next = 0; next < 2 && item + next < to; next++) {
      const products = scaled(v128.load(scratch + (<usize>next << 4)), scales, item + next);
      const better = i32x4.bitmask(f32x4.gt(products, thresholds));
      if (better == 0) continue;
      for (let query = 0; query < 4; query++) {
        if (((better >> query) & 1) == 0) continue;
        const score = laneOf(products, query);
        const place = query * limit;
        const masked = maskOf(masks, query, itemCount);
        offer(score, item + next, masked, limit, entry(heapItems, place), entry(heapScores, place));
      }
      thresholds = fourThresholds(heapScores, limit);
    }
  }
}

// @ts-ignore: decorator
@inline
function maskOf(excluded: usize, query: i32, itemCount: i32): usize {
  return excluded == 0 ? 0 : excluded + <usize>query * <usize>itemCount;
}

// @ts-ignore: decorator
@inline
function laneOf(values: v128, lane: i32): f32 {
  if (lane == 0) return f32x4.extract_lane(values, 0);
  if (lane == 1) return f32x4.extract_lane(values, 1);
  if (lane == 2) return f32x4.extract_lane(values, 2);
  return f32x4.extract_lane(values, 3);
}

/** The worst score that each of four queries keeps. */
// @ts-ignore: decorator
@inline
function fourThresholds(heapScores: usize, limit: i32): v128 {
  let thresholds = f32x4.splat(load<f32>(heapScores));
  thresholds = f32x4.replace_lane(thresholds, 1, load<f32>(entry(heapScores, limit)));
  thresholds = f32x4.replace_lane(thresholds, 2, load<f32>(entry(heapScores, 2 * limit)));
  return f32x4.replace_lane(thresholds, 3, load<f32>(entry(heapScores, 3 * limit)));
}

/** Sums of the lanes of four vectors, each in the order of `sumLanes`. */
// @ts-ignore: decorator
@inline
function sumFour(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(v128.shuffle<i32>(a, b, 0, 2, 4, 6), v128.shuffle<i32>(a, b, 1, 3, 5, 7));
  const cd = f32x4.add(v128.shuffle<i32>(c, d, 0, 2, 4, 6), v128.shuffle<i32>(c, d, 1, 3, 5, 7));
  return f32x4.add(v128.shuffle<i32>(ab, cd, 0, 2, 4, 6), v128.shuffle<i32>(ab, cd, 1, 3, 5, 7));
}

// @ts-ignore: decorator
@inline
function scaled(products: v128, scales: usize, item: i32): v128 {
  return scales == 0 ? products : f32x4.mul(products, f32x4.splat(load<f32>(entry(scales, item))));
}

/** Four queries by two items: the products of the first item with each query to `target`, then those of the second. */
// @ts-ignore: decorator
@inline
function dotFourQueries(queries: usize, item: usize, toNextItem: usize, bytes: usize, target: usize): void {
  const query1 = queries + bytes;
  const query2 = query1 + bytes;
  const query3 = query2 + bytes;
  const next = item + toNextItem;
  let sum0 = f32x4.splat(0);
  let sum1 = f32x4.splat(0);
  let sum2 = f32x4.splat(0);
  let sum3 = f32x4.splat(0);
  let next0 = f32x4.splat(0);
  let next1 = f32x4.splat(0);
  let next2 = f32x4.splat(0);
  let next3 = f32x4.splat(0);
  for (let at: usize = 0; at < bytes; at += 16) {
    const values = v128.load(item + at);
    const nextValues = v128.load(next + at);
    const values0 = v128.load(queries + at);
    const values1 = v128.load(query1 + at);
    const values2 = v128.load(query2 + at);
    const values3 = v128.load(query3 + at);
    sum0 = multiplyAdd(values, values0, sum0);
    next0 = multiplyAdd(nextValues, values0, next0);
    sum1 = multiplyAdd(values, values1, sum1);
    next1 = multiplyAdd(nextValues, values1, next1);
    sum2 = multiplyAdd(values, values2, sum2);
    next2 = multiplyAdd(nextValues, values2, next2);
    sum3 = multiplyAdd(values, values3, sum3);
    next3 = multiplyAdd(nextValues, values3, next3);
  }
  v128.store(target, sumFour(sum0, sum1, sum2, sum3));
  v128.store(target, sumFour(next0, next1, next2, next3), 16);
}

/** Scores of eight items in a row to `target`. */
// @ts-ignore: decorator
@inline
function scoreEight(query: usize, items: usize, bytes: usize, scales: usize, item: i32, target: usize): void {
  const row0 = items + <usize>item * bytes;
  const row1 = row0 + bytes;
  const row2 = row1 + bytes;
  const row3 = row2 + bytes;
  const row4 = row3 + bytes;
  const row5 = row4 + bytes;
  const row6 = row5 + bytes;
  const row7 = row6 + bytes;
  let sum0 = f32x4.splat(0);
  let sum1 = f32x4.splat(0);
  let sum2 = f32x4.splat(0);
  let sum3 = f32x4.splat(0);
  let sum4 = f32x4.splat(0);
  let sum5 = f32x4.splat(0);
  let sum6 = f32x4.splat(0);
  let sum7 = f32x4.splat(0);
  for (let at: usize = 0; at < bytes; at += 16) {
    const values = v128.load(query + at);
    sum0 = multiplyAdd(v128.load(row0 + at), values, sum0);
    sum1 = multiplyAdd(v128.load(row1 + at), values, sum1);
    sum2 = multiplyAdd(v128.load(row2 + at), values, sum2);
    sum3 = multiplyAdd(v128.load(row3 + at), values, sum3);
    sum4 = multiplyAdd(v128.load(row4 + at), values, sum4);
    sum5 = multiplyAdd(v128.load(row5 + at), values, sum5);
    sum6 = multiplyAdd(v128.load(row6 + at), values, sum6);
    sum7 = multiplyAdd(v128.load(row7 + at), values, sum7);
  }
  let low = sumFour(sum0, sum1, sum2, sum3);
  let high = sumFour(sum4, sum5, sum6, sum7);
  if (scales != 0) {
    low = f32x4.mul(low, v128.load(entry(scales, item)));
    high = f32x4.mul(high, v128.load(entry(scales, item), 16));
  }
  v128.store(target, low);
  v128.store(target, high, 16);
}

function scoreOne(query: usize, items: usize, bytes: usize, scales: usize, item: i32): f32 {
  const row = items + <usize>item * bytes;
  let sum = f32x4.splat(0);
  for (let at: usize = 0; at < bytes; at += 16) sum = multiplyAdd(v128.load(row + at), v128.load(query + at), sum);
  return scales == 0 ? sumLanes(sum) : sumLanes(sum) * load<f32>(entry(scales, item));
}

/** scores[item] = query · item · scale of the item for the items from..to, in signed bytes, `stride` a multiple of 8. */
export function scoreByteItems(
  query: usize,
  items: usize,
  stride: i32,
  scales: usize,
  scores: usize,
  from: i32,
  to: i32,
  scratch: usize,
): void {
  const bytes = <usize>stride;
  for (let item = from; item < to; item += 4) {
    const row = items + <usize>item * bytes;
    // past the end the last item stands in
    const row1 = item + 1 < to ? row + bytes : row;
    const row2 = item + 2 < to ? row1 + bytes : row1;
    const row3 = item + 3 < to ? row2 + bytes : row2;
    let sum0 = f32x4.splat(0);
    let sum1 = f32x4.splat(0);
    let sum2 = f32x4.splat(0);
    let sum3 = f32x4.splat(0);
    for (let at: usize = 0; at < bytes; at += 8) {
      const low = v128.load(query + (at << 2));
      const high = v128.load(query + (at << 2), 16);
      sum0 = addProducts(v128.load8x8_s(row + at), low, high, sum0);
      sum1 = addProducts(v128.load8x8_s(row1 + at), low, high, sum1);
      sum2 = addProducts(v128.load8x8_s(row2 + at), low, high, sum2);
      sum3 = addProducts(v128.load8x8_s(row3 + at), low, high, sum3);
    }
    const products = sumFour(sum0, sum1, sum2, sum3);
    const count = min(4, to - item);
    for (let next = 0; next < count; next++) {
      const scale = load<f32>(entry(scales, item + next));
      store<f32>(entry(scores, item + next), laneOf(products, next) * scale);
    }
  }
}

/** sum + the products of eight 16-bit values with two vectors of four. */
// @ts-ignore: decorator
@inline
function addProducts(values: v128, low: v128, high: v128, sum: v128): v128 {
  const first = multiplyAdd(f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(values)), low, sum);
  return multiplyAdd(f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(values)), high, first);
}
