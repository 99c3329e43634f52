import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Source, SourceFile } from "./source.types.ts";

/** A folder's files and those one folder below; hidden files are left out. */
export async function openFolder(path: string): Promise<Source> {
  const files: SourceFile[] = [];
  const visit = async (folder: string, depth: number): Promise<void> => {
    const entries = await readdir(join(path, folder), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith(".")) continue;
      const inner = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (depth === 0) await visit(inner, 1);
        continue;
      }
      const full = join(path, inner);
      const { size } = await stat(full);
      files.push({ path: inner, size, open: async () => createReadStream(full, { highWaterMark: 1 << 18 }) });
    }
  };
  await visit("", 0);
  return { path, files, close: () => {} };
}
