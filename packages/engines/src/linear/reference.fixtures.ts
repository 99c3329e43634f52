// Dense float64 arithmetic that the specs of linear engines compare with.
import type { Dataset } from "../engine.types.ts";

/** One row per user with a weight for each rated item, 1 where none is given, and how often each item is rated. */
export function referenceMatrix(
  { userCount, itemCount, users, items, stars }: Dataset,
  weightOf: (stars: number) => number = () => 1,
) {
  const rows = Array.from({ length: userCount }, () => Array.from({ length: itemCount }, () => 0));
  users.forEach((user, row) => {
    rows[user]![items[row]!] = weightOf(stars[row]!);
  });
  const counts = Array.from({ length: itemCount }, (_, item) => items.filter((each) => each === item).length);
  return { rows, counts };
}

/** Gauss–Jordan elimination. */
export function referenceInverse(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length;
  const rows = matrix.map((row, at) => [...row, ...row.map((_, column) => (at === column ? 1 : 0))]);
  for (let pivot = 0; pivot < size; pivot++) {
    const divisor = rows[pivot]![pivot]!;
    rows[pivot] = rows[pivot]!.map((value) => value / divisor);
    rows.forEach((row, at) => {
      const factor = row[pivot]!;
      if (at !== pivot) rows[at] = row.map((value, column) => value - factor * rows[pivot]![column]!);
    });
  }
  return rows.map((row) => row.slice(size));
}
