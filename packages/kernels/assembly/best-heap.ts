// The best items so far: a heap with the worst at its root, full from the start, of items −1 that anything beats.
import { entry } from "./vectors";

export function emptyHeap(heapItems: usize, heapScores: usize, limit: i32): void {
  for (let place = 0; place < limit; place++) {
    store<i32>(entry(heapItems, place), -1);
    store<f32>(entry(heapScores, place), -Infinity);
  }
}

// @ts-ignore: decorator
@inline
export function offerEight(scores: usize, item: i32, mask: usize, limit: i32, heapItems: usize, heapScores: usize): void {
  const threshold = v128.load32_splat(heapScores);
  const low = i32x4.bitmask(f32x4.gt(v128.load(scores), threshold));
  const high = i32x4.bitmask(f32x4.gt(v128.load(scores, 16), threshold));
  for (let better = low | (high << 4); better != 0; better &= better - 1) {
    const lane = ctz(better);
    offer(load<f32>(entry(scores, lane)), item + lane, mask, limit, heapItems, heapScores);
  }
}

/** Items come in ascending order, so that one which equals the worst kept is worse than it. */
export function offer(score: f32, item: i32, mask: usize, limit: i32, heapItems: usize, heapScores: usize): void {
  if (!(score > load<f32>(heapScores))) return;
  if (mask != 0 && load<u8>(mask + item) != 0) return;
  sink(score, item, 0, limit, heapItems, heapScores);
}

/** As `offer`, for items that come in any order. */
export function offerAnyOrder(score: f32, item: i32, limit: i32, heapItems: usize, heapScores: usize): void {
  const worst = load<f32>(heapScores);
  if (score > worst || (score == worst && item < load<i32>(heapItems))) {
    sink(score, item, 0, limit, heapItems, heapScores);
  }
}

/** Puts an item into the heap of `size` entries, from a free place downward. */
function sink(score: f32, item: i32, place: i32, size: i32, heapItems: usize, heapScores: usize): void {
  for (let child = 2 * place + 1; child < size; child = 2 * place + 1) {
    if (child + 1 < size && isWorse(child + 1, child, heapItems, heapScores)) child++;
    const childScore = load<f32>(entry(heapScores, child));
    const childItem = load<i32>(entry(heapItems, child));
    if (!(childScore < score || (childScore == score && childItem > item))) break;
    store<f32>(entry(heapScores, place), childScore);
    store<i32>(entry(heapItems, place), childItem);
    place = child;
  }
  store<f32>(entry(heapScores, place), score);
  store<i32>(entry(heapItems, place), item);
}

// @ts-ignore: decorator
@inline
function isWorse(left: i32, right: i32, heapItems: usize, heapScores: usize): bool {
  const leftScore = load<f32>(entry(heapScores, left));
  const rightScore = load<f32>(entry(heapScores, right));
  return (
    leftScore < rightScore ||
    (leftScore == rightScore && load<i32>(entry(heapItems, left)) > load<i32>(entry(heapItems, right)))
  );
}

export function sortBestFirst(heapItems: usize, heapScores: usize, limit: i32): void {
  for (let last = limit - 1; last > 0; last--) {
    const score = load<f32>(entry(heapScores, last));
    const item = load<i32>(entry(heapItems, last));
    store<f32>(entry(heapScores, last), load<f32>(heapScores));
    store<i32>(entry(heapItems, last), load<i32>(heapItems));
    sink(score, item, 0, last, heapItems, heapScores);
  }
}
