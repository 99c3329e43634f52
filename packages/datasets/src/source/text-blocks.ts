import { isUtf8 } from "node:buffer";
import { DatasetError } from "../dataset.types.ts";
import { type LineBlock, lineBlocks } from "./line-blocks.ts";

/**
 * Blocks of whole lines, checked to be UTF-8.
 * @throws DatasetError naming the file and the first line that is not.
 */
export async function* utf8Blocks(chunks: AsyncIterable<Buffer>, file: string): AsyncGenerator<LineBlock> {
  for await (const block of lineBlocks(chunks)) {
    if (!isPlainUtf8(block.bytes)) throw wrongEncoding(file, lineOfFault(block));
    yield block;
  }
}

/**
 * A whole Latin-1 file as text. One that someone re-encoded to UTF-8 is recognized by its bytes and read as that.
 * Only for files of a few megabytes.
 */
export async function readLatin1(chunks: AsyncIterable<Buffer>): Promise<{ text: string; reencoded: boolean }> {
  const parts: Buffer[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  const bytes = Buffer.concat(parts);
  const reencoded = isUtf8(bytes) && bytes.some((byte) => byte > 127);
  return { text: bytes.toString(reencoded ? "utf8" : "latin1").replace(/^\uFEFF/, ""), reencoded };
}

export function wrongEncoding(file: string, line: number): DatasetError {
  return new DatasetError(`${file} is not UTF-8 in line ${line}; save it as UTF-8 or download it again.`);
}

// UTF-16 without its mark is valid UTF-8 full of zero bytes, which no text file has.
export const isPlainUtf8 = (bytes: Buffer) => isUtf8(bytes) && !bytes.includes(0);

function lineOfFault(block: LineBlock): number {
  let start = 0;
  for (let line = block.firstLine; ; line++) {
    const found = block.bytes.indexOf(10, start);
    const end = found === -1 ? block.bytes.length : found + 1;
    if (found === -1 || !isPlainUtf8(block.bytes.subarray(start, end))) return line;
    start = end;
  }
}
