import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { crc32, deflateRawSync } from "node:zlib";
import { onTestFinished } from "vitest";

export type Files = Readonly<Record<string, string | Buffer>>;

/** A folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "matinee-datasets-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export async function writeFolder(files: Files): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

export async function writeZipFile(files: Files): Promise<string> {
  const path = join(await temporaryFolder(), "set.zip");
  await writeFile(path, zipOf(files));
  return path;
}

/** A zip by the format's specification: local headers with deflated data, central directory, end record. */
export function zipOf(files: Files): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const data = deflateRawSync(bytes);
    // Version 2.0, UTF-8 names, deflate, no time, then CRC and sizes, name length, no extra field.
    const shared = record([2, 20], [2, 0x800], [2, 8], [4, 0], [4, crc32(bytes)], [4, data.length], [4, bytes.length]);
    const nameBytes = Buffer.from(name);
    const lengths = record([2, nameBytes.length], [2, 0]);
    const local = Buffer.concat([record([4, 0x04034b50]), shared, lengths, nameBytes, data]);
    const place = record([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]);
    directory.push(Buffer.concat([record([4, 0x02014b50], [2, 20]), shared, lengths, place, nameBytes]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const count = directory.length;
  const end = record([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, central.length], [4, offset], [2, 0]);
  return Buffer.concat([...locals, central, end]);
}

function record(...fields: readonly (readonly [width: 2 | 4, value: number])[]): Buffer {
  return Buffer.concat(
    fields.map(([width, value]) => {
      const bytes = Buffer.alloc(width);
      bytes.writeUIntLE(value, 0, width);
      return bytes;
    }),
  );
}
