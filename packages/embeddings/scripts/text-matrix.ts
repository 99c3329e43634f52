// Texts as sparse rows over the table's tokens, the way the embedder sums them up.
import { listRows } from "../src/distilled-table.ts";
import { positionWeight } from "../src/position-weight.ts";
import type { Tokenize } from "../src/word-piece.ts";

/** Row i holds the tokens `columns[starts[i]]` to `columns[starts[i + 1] - 1]`, a token as often as the text has it. */
export interface TextMatrix {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

/** The columns of every text's tokens; values are 1. */
export function readTokens(texts: readonly string[], tokenize: Tokenize): TextMatrix {
  const rows = texts.map((text) => Int32Array.from(listRows(tokenize(text))));
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, index) => {
    starts[index + 1] = starts[index] + row.length;
  });
  const columns = new Int32Array(starts[rows.length]);
  rows.forEach((row, index) => {
    columns.set(row, starts[index]);
  });
  return { starts, columns, values: new Float32Array(columns.length).fill(1) };
}

/** The tokens' weights by position, over the square root of the text's length: long texts then have vectors of like size. */
export function weighTokens({ starts, columns }: TextMatrix, weights: Float32Array): TextMatrix {
  const values = new Float32Array(columns.length);
  for (let text = 0; text + 1 < starts.length; text++) {
    const scale = 1 / Math.sqrt(Math.max(1, starts[text + 1] - starts[text]));
    for (let cell = starts[text]; cell < starts[text + 1]; cell++) {
      values[cell] = scale * weights[columns[cell]] * positionWeight(cell - starts[text]);
    }
  }
  return { starts, columns, values };
}
