import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { plainFile } from "./plain-file.ts";
import { reviewFolder } from "./review-folders.ts";
import type { Source, SourceFile } from "./source.types.ts";

/** A folder's files, those one folder below, and below these what the review layout asks for; hidden files are left out. */
export async function openFolder(path: string): Promise<Source> {
  const files: SourceFile[] = [];
  const visit = async (folder: string, depth: number): Promise<void> => {
    const entries = await readdir(join(path, folder), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith(".")) continue;
      const inner = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (!entry.isDirectory()) files.push(await plainFile(join(path, inner), inner));
      else if (depth === 0 || reviewFolder.test(inner)) await visit(inner, depth + 1);
    }
  };
  await visit("", 0);
  return { path, files, close: () => {} };
}
