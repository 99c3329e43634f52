/** A run of whole lines. Only a file's last block may lack its final line end. */
export interface LineBlock {
  readonly bytes: Buffer;
  /** Number of its first line in the file, from 1. */
  readonly firstLine: number;
  readonly lineCount: number;
  /** False for a last block that ends without a line end. */
  readonly ended: boolean;
}

const newline = 10;

/** Cuts chunks at line ends, so that each block can be decoded and counted by itself. */
export async function* lineBlocks(chunks: AsyncIterable<Buffer>): AsyncGenerator<LineBlock> {
  let rest: Buffer[] = [];
  let firstLine = 1;
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(newline) + 1;
    if (end === 0) {
      rest.push(chunk);
      continue;
    }
    const bytes = rest.length > 0 ? Buffer.concat([...rest, chunk.subarray(0, end)]) : chunk.subarray(0, end);
    rest = end < chunk.length ? [chunk.subarray(end)] : [];
    const lineCount = countLines(bytes);
    yield { bytes, firstLine, lineCount, ended: true };
    firstLine += lineCount;
  }
  if (rest.length > 0) yield { bytes: Buffer.concat(rest), firstLine, lineCount: 1, ended: false };
}

/** Cuts blocks further, after every `lineCount` lines of the file: no block reaches across such a place. */
export async function* cutBlocks(blocks: AsyncIterable<LineBlock>, lineCount: number): AsyncGenerator<LineBlock> {
  for await (const whole of blocks) {
    let block = whole;
    for (;;) {
      const room = lineCount - ((block.firstLine - 1) % lineCount);
      if (block.lineCount <= room) break;
      const end = endOfLine(block.bytes, room);
      yield { bytes: block.bytes.subarray(0, end), firstLine: block.firstLine, lineCount: room, ended: true };
      const rest = { firstLine: block.firstLine + room, lineCount: block.lineCount - room };
      block = { ...block, ...rest, bytes: block.bytes.subarray(end) };
    }
    yield block;
  }
}

/** Where the line with this number, counted from 1, ends. */
function endOfLine(bytes: Buffer, number: number): number {
  let end = 0;
  for (let line = 0; line < number; line++) end = bytes.indexOf(newline, end) + 1;
  return end;
}

function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, at + 1)) count++;
  return count;
}
