import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { DatasetError } from "../dataset.types.ts";
import type { SourceFile } from "./source.types.ts";

const blockBytes = 1 << 18;
const mayBeGzipped = /\.(?:gz|jsonl?)$/;

/**
 * A file on disk as part of a source. A gzipped one is unpacked while it is read and loses its ending ".gz".
 * @param inner its path inside the source
 */
export async function plainFile(path: string, inner: string): Promise<SourceFile> {
  if (mayBeGzipped.test(inner) && (await startsWith(path, [0x1f, 0x8b]))) {
    const stream = async () => Readable.from(unpack(path), { objectMode: false, highWaterMark: blockBytes });
    return { path: inner.replace(/\.gz$/, ""), size: await unpackedSize(path), open: stream };
  }
  const { size } = await stat(path);
  return { path: inner, size, open: async () => createReadStream(path, { highWaterMark: blockBytes }) };
}

/** Whether a file begins with these bytes. */
export async function startsWith(path: string, bytes: readonly number[]): Promise<boolean> {
  const start = await readBytes(path, () => 0, bytes.length);
  return start.equals(Buffer.from(bytes));
}

async function* unpack(path: string): AsyncGenerator<Buffer> {
  const packed = createReadStream(path, { highWaterMark: blockBytes });
  const gunzip = createGunzip({ chunkSize: blockBytes });
  packed.on("error", (error) => gunzip.destroy(error));
  try {
    yield* packed.pipe(gunzip);
  } catch (error) {
    const isDamage = error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
    throw isDamage ? new DatasetError(`${basename(path)} is not a whole gzip file; download or copy it again.`) : error;
  } finally {
    packed.destroy();
  }
}

/** What a gzip file says of itself in its last four bytes; right for contents below 4 GB. */
async function unpackedSize(path: string): Promise<number> {
  const end = await readBytes(path, (size) => Math.max(0, size - 4), 4);
  return end.length === 4 ? end.readUInt32LE() : 0;
}

async function readBytes(path: string, from: (size: number) => number, length: number): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, from(size));
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
