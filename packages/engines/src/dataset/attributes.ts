// Lists of terms, one per item or user, as the sparse rows that engines read.
import type { Attribute } from "../engine.types.ts";

/** An attribute of rows of terms; a term that a row repeats counts as often. Terms are sorted, so equal rows give equal attributes. */
export function buildAttribute(name: string, rows: readonly (readonly string[])[]): Attribute {
  const terms = [...new Set(rows.flat())].sort();
  const indexOf = new Map(terms.map((term, index) => [term, index]));
  const starts = new Int32Array(rows.length + 1);
  const columns: number[] = [];
  const counts: number[] = [];
  rows.forEach((row, index) => {
    const countOf = new Map<number, number>();
    for (const term of row) {
      const column = indexOf.get(term)!;
      countOf.set(column, (countOf.get(column) ?? 0) + 1);
    }
    for (const [column, count] of [...countOf].sort(([a], [b]) => a - b)) {
      columns.push(column);
      counts.push(count);
    }
    starts[index + 1] = columns.length;
  });
  return { name, terms, starts, columns: Int32Array.from(columns), counts: Float32Array.from(counts) };
}

/** The terms of one row, each once. */
export function termsOfRow({ terms, starts, columns }: Attribute, row: number): string[] {
  return Array.from(columns.subarray(starts[row], starts[row + 1]), (column) => terms[column]);
}
