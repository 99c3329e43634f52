import { basename } from "node:path";
import { DatasetError } from "../dataset.types.ts";
import type { Source, SourceFile } from "../source/source.types.ts";
import type { Layout } from "./layout.types.ts";

export interface DetectedLayout {
  readonly layout: Layout;
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly folderNames: readonly string[];
}

/** Films and ratings. */
const filesOfCatalog = ({ films, ratings }: Layout) => [ratings, ...films];

/**
 * Finds the one layout that a source holds, at its top or in a folder below.
 * @param requiredOf the files without which it is not complete
 * @throws DatasetError when there is none, when one is incomplete, or when there are several.
 */
export function detectLayout(
  source: Source,
  layouts: readonly Layout[],
  requiredOf: (layout: Layout) => readonly string[] = filesOfCatalog,
): DetectedLayout {
  const folders = groupByFolder(source.files);
  const complete: DetectedLayout[] = [];
  const partial: string[] = [];
  for (const [folder, files] of folders) {
    for (const layout of layouts) {
      const required = requiredOf(layout);
      const missing = required.filter((name) => !files.has(name));
      const folderNames = [...folder.split("/").reverse(), basename(source.path)].filter((name) => name !== "");
      if (missing.length === 0) complete.push({ layout, files, folderNames });
      else if (missing.length < required.length) {
        const present = required.filter((name) => files.has(name));
        partial.push(`${missing.join(" and ")} of ${layout.title} (there is ${present.join(" and ")})`);
      }
    }
  }
  if (complete.length === 1) return complete[0];
  if (complete.length > 1) {
    throw new DatasetError(`${source.path} holds ${complete.length} data sets; give the folder of one of them.`);
  }
  if (partial.length > 0) {
    throw new DatasetError(`${source.path} lacks ${partial[0]}; add the file or download the set again.`);
  }
  const found = source.files.map((file) => file.path).slice(0, 6);
  const expected = layouts.map((layout) => requiredOf(layout).join(" + ")).join(", ");
  throw new DatasetError(
    `${source.path} holds no data set that is known here (found: ${found.join(", ") || "nothing"}; expected one of: ${expected}); give another folder or zip.`,
  );
}

function groupByFolder(files: readonly SourceFile[]): Map<string, Map<string, SourceFile>> {
  const folders = new Map<string, Map<string, SourceFile>>();
  for (const file of files) {
    const cut = file.path.lastIndexOf("/");
    const folder = cut === -1 ? "" : file.path.slice(0, cut);
    const group = folders.get(folder) ?? new Map<string, SourceFile>();
    folders.set(folder, group.set(file.path.slice(cut + 1), file));
  }
  return folders;
}

/** A file that detection has made sure of. */
export function fileOf(files: ReadonlyMap<string, SourceFile>, name: string): SourceFile {
  const file = files.get(name);
  if (!file) throw new DatasetError(`${name} is missing; add the file or download the set again.`);
  return file;
}
