import { basename } from "node:path";
import { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import yauzl from "yauzl";
import { DatasetError } from "../dataset.types.ts";
import type { Source, SourceFile } from "./source.types.ts";

/** A zip's files. Sizes and CRCs are checked while reading, since yauzl leaves the CRC to its caller. */
export async function openZip(path: string): Promise<Source> {
  const damaged = (detail: string) =>
    new DatasetError(`${basename(path)} is not a whole zip file (${detail}); download or copy it again.`);
  let zip: yauzl.ZipFile;
  const files: SourceFile[] = [];
  try {
    zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false });
  } catch (error) {
    throw damaged(plainReason(error));
  }
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith("/") || /(^|\/)(\.|__MACOSX\/)/.test(entry.fileName)) continue;
      if (entry.isEncrypted()) {
        throw new DatasetError(`${basename(path)} is protected by a password; unpack it and give the folder.`);
      }
      files.push({
        path: entry.fileName,
        size: entry.uncompressedSize,
        open: async () => {
          const failed = (error: unknown) => damaged(`${entry.fileName}: ${plainReason(error)}`);
          const raw = await zip.openReadStreamPromise(entry).catch((error: unknown) => {
            throw failed(error);
          });
          return Readable.from(checked(raw, entry.crc32, failed), { objectMode: false, highWaterMark: 1 << 18 });
        },
      });
    }
  } catch (error) {
    zip.close();
    throw error instanceof DatasetError ? error : damaged(plainReason(error));
  }
  return { path, files, close: () => zip.close() };
}

async function* checked(
  raw: AsyncIterable<Buffer>,
  expected: number,
  failed: (error: unknown) => DatasetError,
): AsyncGenerator<Buffer> {
  let sum = 0;
  try {
    for await (const chunk of raw) {
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch (error) {
    throw failed(error);
  }
  if (sum !== expected) throw failed(new Error("its checksum does not match"));
}

function plainReason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (/central directory|file too small|out of bounds|unexpected EOF/i.test(message)) return "its end is missing";
  return message.replace(/[.\s]+$/, "").replace(/^./, (first) => first.toLowerCase());
}
