// Cuts ratings into the two-by-two blocks that descent works on.
import type { KernelMemory } from "../memory/memory.types.ts";
import type { RatingBlocks } from "./descent.types.ts";

/** Ratings grouped by user: user u holds the entries starts[u] to starts[u + 1]. */
export interface RatingsByUser {
  readonly starts: Int32Array;
  /** The item of each entry. */
  readonly columns: Int32Array;
  readonly stars: Float32Array;
}

/**
 * The blocks of these ratings. With halves of equal ratings on both sides, (0,0) holds as many as (1,1) and (0,1) as (1,0).
 */
export function arrangeBlocks(memory: KernelMemory, byUser: RatingsByUser, itemCount: number): RatingBlocks {
  const { starts, columns, stars } = byUser;
  const userCount = starts.length - 1;
  const halfOfUser = halves(Int32Array.from({ length: userCount }, (_, user) => starts[user + 1] - starts[user]));
  const itemCounts = new Int32Array(itemCount);
  for (const item of columns) itemCounts[item]++;
  const halfOfItem = halves(itemCounts);

  const rows = {
    rows: 2 * userCount,
    starts: memory.int32(2 * userCount + 1),
    columns: memory.int32(columns.length),
  };
  const arranged = memory.copyFloat32(stars, "stars");
  let next = 0;
  for (let row = 0; row < rows.rows; row++) {
    const user = row % userCount;
    const half = row < userCount ? 0 : 1;
    for (let at = starts[user]; at < starts[user + 1]; at++) {
      if (halfOfItem[columns[at]] !== half) continue;
      rows.columns[next] = columns[at];
      arranged[next++] = stars[at];
    }
    rows.starts[row + 1] = next;
  }
  const everyUser = Int32Array.from(halfOfUser.keys());
  const order = memory.copyInt32([0, 1].flatMap((half) => [...everyUser.filter((user) => halfOfUser[user] === half)]));
  return { rows, stars: arranged, userCount, order, border: halfOfUser.reduce((sum, half) => sum + 1 - half, 0) };
}

/**
 * 0 for each up to where half of the ratings are reached, 1 from there: in one piece each, as two threads that write rows
 * side by side would take the cache line from one another.
 */
function halves(counts: Int32Array): Uint8Array {
  const total = counts.reduce((sum, count) => sum + count, 0);
  let before = 0;
  return Uint8Array.from(counts, (count) => {
    const middle = before + count / 2;
    before += count;
    return middle <= total / 2 ? 0 : 1;
  });
}
