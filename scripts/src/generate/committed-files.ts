// Contents of the committed artefacts, to compare before and after and to put back.
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

export type FileContents = ReadonlyMap<string, string>;

async function listFiles(path: string): Promise<string[]> {
  if (!existsSync(path)) return [];
  if ((await stat(path)).isFile()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

export async function readFiles(paths: readonly string[]): Promise<FileContents> {
  const files = (await Promise.all(paths.map(listFiles))).flat().sort();
  return new Map(await Promise.all(files.map(async (file) => [file, await readFile(file, "utf8")] as const)));
}

/** Paths that were added, removed or changed between the two. */
export function listDifferences(before: FileContents, after: FileContents): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path)).sort();
}

export async function restoreFiles(paths: readonly string[], contents: FileContents): Promise<void> {
  for (const path of paths) {
    const content = contents.get(path);
    if (content === undefined) await rm(path);
    else {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
    }
  }
}
