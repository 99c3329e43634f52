import { type LineBlock, lineBlocks } from "../source/line-blocks.ts";

/** Called for each line with its fields as numbers (NaN where a field is none); `count` fields are filled. */
export type OnNumbers = (fields: Float64Array, count: number, line: number, text: () => string, ended: boolean) => void;

const maximumFields = 16;
const [newline, carriageReturn, quote, dot, zero, minus, space] = [10, 13, 34, 46, 48, 45, 32];

/**
 * Reads lines of plain numbers straight from the bytes, without making strings: about ten times as fast as a csv
 * parser, which matters for 25 million ratings. Fields may be quoted. Empty lines are passed over.
 */
export async function readNumberLines(
  chunks: AsyncIterable<Buffer>,
  separator: string,
  onHeader: ((line: Buffer) => void) | null,
  onNumbers: OnNumbers,
): Promise<void> {
  const fields = new Float64Array(maximumFields);
  let headerDue = onHeader !== null;
  for await (const block of lineBlocks(chunks)) {
    let start = 0;
    let line = block.firstLine;
    while (start < block.bytes.length) {
      const found = block.bytes.indexOf(newline, start);
      const end = found === -1 ? block.bytes.length : found;
      const last = end > start && block.bytes[end - 1] === carriageReturn ? end - 1 : end;
      if (headerDue) {
        onHeader?.(block.bytes.subarray(start, last));
        headerDue = false;
      } else if (last > start) {
        const count = readFields(block.bytes, start, last, separator, fields);
        const from = start;
        onNumbers(fields, count, line, () => block.bytes.toString("latin1", from, last), isEnded(block, found));
      }
      start = end + 1;
      line++;
    }
  }
}

const isEnded = (block: LineBlock, found: number) => block.ended || found !== -1;

function readFields(bytes: Buffer, start: number, end: number, separator: string, fields: Float64Array): number {
  const first = separator.charCodeAt(0);
  const width = separator.length;
  let count = 0;
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && (bytes[at] !== first || (width === 2 && bytes[at + 1] !== first))) continue;
    if (count < maximumFields) fields[count] = readNumber(bytes, from, at);
    count++;
    if (at === end) break;
    from = at + width;
    at = from - 1;
  }
  return count;
}

function readNumber(bytes: Buffer, start: number, end: number): number {
  let from = start;
  let to = end;
  while (from < to && bytes[from] === space) from++;
  while (to > from && bytes[to - 1] === space) to--;
  if (to - from >= 2 && bytes[from] === quote && bytes[to - 1] === quote) {
    from++;
    to--;
  }
  const negative = bytes[from] === minus;
  if (negative) from++;
  if (from >= to) return Number.NaN;
  let value = 0;
  let scale = 0;
  for (let at = from; at < to; at++) {
    const digit = bytes[at] - zero;
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      scale *= 10;
    } else if (bytes[at] === dot && scale === 0 && to - from > 1) scale = 1;
    else return Number.NaN;
  }
  return (negative ? -value : value) / (scale || 1);
}
