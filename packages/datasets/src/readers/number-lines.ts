import { type LineBlock, lineBlocks } from "../source/line-blocks.ts";

/** The current line. One object serves all lines, since 25 million would keep the garbage collector busy. */
export interface NumberLine {
  /** Its fields as numbers, NaN where a field is none; `count` of them are filled. */
  readonly fields: Float64Array;
  readonly count: number;
  readonly number: number;
  /** False for a last line without a line end. */
  readonly ended: boolean;
  text(): string;
}

const maximumFields = 16;
const [newline, carriageReturn, quote, dot, zero, minus, space] = [10, 13, 34, 46, 48, 45, 32];

/**
 * Reads the lines of blocks as plain numbers straight from the bytes, without making strings: about ten times as fast
 * as a csv parser, which matters for 25 million ratings. Fields may be quoted. Empty lines are passed over.
 * @param header takes the file's first line, where it is no numbers
 */
export function createNumberLines(
  separator: string,
  header: ((line: Buffer) => void) | null,
  onLine: (line: NumberLine) => void,
): (block: LineBlock) => void {
  let bytes: Buffer = Buffer.alloc(0);
  let start = 0;
  let last = 0;
  const line = {
    fields: new Float64Array(maximumFields),
    count: 0,
    number: 0,
    ended: true,
    text: () => bytes.toString("latin1", start, last),
  };
  return (block) => {
    bytes = block.bytes;
    line.number = block.firstLine;
    for (start = 0; start < bytes.length; line.number++) {
      const found = bytes.indexOf(newline, start);
      const end = found === -1 ? bytes.length : found;
      last = end > start && bytes[end - 1] === carriageReturn ? end - 1 : end;
      if (header && line.number === 1) header(bytes.subarray(start, last));
      else if (last > start) {
        line.count = readFields(bytes, start, last, separator, line.fields);
        line.ended = found !== -1;
        onLine(line);
      }
      start = end + 1;
    }
  };
}

/** All lines of a file, by the same rules. */
export async function readNumberLines(
  chunks: AsyncIterable<Buffer>,
  separator: string,
  header: ((line: Buffer) => void) | null,
  onLine: (line: NumberLine) => void,
): Promise<void> {
  const read = createNumberLines(separator, header, onLine);
  for await (const block of lineBlocks(chunks)) read(block);
}

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
