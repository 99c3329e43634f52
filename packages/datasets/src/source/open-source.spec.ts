import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { temporaryFolder, writeFolder, writeZipFile, zipOf } from "../testing/write-source.ts";
import { openSource } from "./open-source.ts";

const files = { "set/a.csv": "one\ntwo\n", "set/b.csv": "x".repeat(500_000), ".hidden": "no" };

async function contentOf(path: string): Promise<Record<string, string>> {
  const source = await openSource(path);
  try {
    const entries = source.files.map(async (file) => [file.path, await text(await file.open())] as const);
    return Object.fromEntries(await Promise.all(entries));
  } finally {
    source.close();
  }
}

async function written(bytes: Buffer | string): Promise<string> {
  const path = join(await temporaryFolder(), "set.zip");
  await writeFile(path, bytes);
  return path;
}

describe("a source", () => {
  it("is the same as a folder and as a zip, without hidden files", async () => {
    const { ".hidden": _, ...visible } = files;
    expect(await contentOf(await writeFolder(files))).toEqual(visible);
    expect(await contentOf(await writeZipFile(files))).toEqual(visible);
  });

  it("says so when nothing is there", async () => {
    await expect(openSource("/nowhere/at/all")).rejects.toThrow("There is no file or folder at /nowhere/at/all; check");
  });

  it("says so when it is another file", async () => {
    await expect(openSource(await written("movieId,title"))).rejects.toThrow(
      "is neither a folder nor a zip, csv or json file",
    );
  });

  it.each([10, 100, 300])("refuses a zip that lacks its last %i bytes", async (missing) => {
    const zip = zipOf(files);
    const path = await written(zip.subarray(0, zip.length - missing));
    await expect(openSource(path)).rejects.toThrow(/^set\.zip is not a whole zip file .* download or copy it again\.$/);
  });

  it("refuses content that does not match its checksum", async () => {
    const zip = zipOf({ "a.csv": "one\ntwo\n" });
    // The CRC stands 14 bytes into the local header and 16 into the directory entry; that one counts.
    zip[zip.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 16] ^= 0xff;
    await expect(contentOf(await written(zip))).rejects.toThrow(/a\.csv: its checksum does not match/);
  });

  it("refuses content whose bytes were changed", async () => {
    const zip = zipOf({ "a.csv": "one\ntwo\n" });
    zip[40] ^= 0xff;
    await expect(contentOf(await written(zip))).rejects.toThrow(/^set\.zip is not a whole zip file \(a\.csv: /);
  });
});
