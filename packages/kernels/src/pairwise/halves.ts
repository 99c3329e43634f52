import type { SparseRows } from "../memory/memory.types.ts";

/** The first entry of the second half of the rows: both halves hold about as many entries. */
export function borderOfHalves({ starts, columns }: SparseRows): number {
  return starts.find((start) => start >= columns.length / 2)!;
}
