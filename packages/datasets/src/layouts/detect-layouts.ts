import { basename } from "node:path";
import { DatasetError } from "../dataset.types.ts";
import { lineBlocks } from "../source/line-blocks.ts";
import { splitPath } from "../source/review-folders.ts";
import type { Source, SourceFile } from "../source/source.types.ts";
import type { Layout } from "./layout.types.ts";

type FilesByName = ReadonlyMap<string, SourceFile>;

export interface DetectedLayout {
  readonly layout: Layout;
  readonly files: FilesByName;
  readonly folderNames: readonly string[];
}

interface Partial {
  readonly present: readonly string[];
  readonly sentence: string;
}

/**
 * Finds the layouts that a source holds, at its top or in folders below.
 * @throws DatasetError when there is none; it names what an incomplete one lacks
 */
export async function detectLayouts(source: Source, layouts: readonly Layout[]): Promise<readonly DetectedLayout[]> {
  const detected: DetectedLayout[] = [];
  const partial: Partial[] = [];
  for (const [folder, files] of groupByFolder(source.files)) {
    const folderNames = [...folder.split("/").reverse(), basename(source.path)].filter((name) => name !== "");
    for (const layout of layouts) {
      const missing = layout.required.filter((pattern) => findFile(files, pattern) === undefined);
      if (missing.length === 0) detected.push({ layout, files, folderNames });
      else partial.push(describePartial(layout, files, missing));
    }
  }
  if (detected.length > 0) return detected;
  const renamed = await detectRenamed(source, layouts);
  if (renamed) return [renamed];
  throw unknownSource(source, layouts, partial);
}

function describePartial(
  { title, required, optional, ratings }: Layout,
  files: FilesByName,
  missing: readonly string[],
): Partial {
  const known = [...required, ...(ratings ? [ratings.file] : []), ...optional];
  const present = known.filter((pattern) => findFile(files, pattern) !== undefined);
  return {
    present,
    sentence: `${missing.join(" and ")} of ${title} (there is ${present.join(" and ")})`,
  };
}

/** A file given by itself, or the only csv file of a folder, is known by its columns under any name. */
async function detectRenamed({ files }: Source, layouts: readonly Layout[]): Promise<DetectedLayout | null> {
  const tables = files.filter(({ path }) => path.endsWith(".csv"));
  const only = files.length === 1 ? files[0] : tables.length === 1 ? tables[0] : undefined;
  if (!only) return null;
  const columns = only.path.endsWith(".csv") ? await readColumns(only) : [];
  const layout = layouts.find(
    ({ alone }) => alone && only.path.endsWith(alone.ending) && alone.columns.every((name) => columns.includes(name)),
  );
  return layout ? { layout, files: new Map([[layout.required[0], only]]), folderNames: [] } : null;
}

async function readColumns(file: SourceFile): Promise<string[]> {
  for await (const { bytes } of lineBlocks(await file.open())) {
    const [line] = bytes.toString("utf8").split(/\r?\n/, 1);
    return line
      .replace(/^\uFEFF/, "")
      .replaceAll('"', "")
      .split(",");
  }
  return [];
}

function unknownSource({ path, files }: Source, layouts: readonly Layout[], partial: readonly Partial[]): DatasetError {
  const best = partial.toSorted((a, b) => b.present.length - a.present.length)[0];
  if (best && best.present.length > 0) {
    return new DatasetError(`${path} lacks ${best.sentence}; add the file or download the set again.`);
  }
  const found = files.map((file) => file.path).slice(0, 6);
  const expected = layouts.map(({ required }) => required.join(" + ")).join(", ");
  return new DatasetError(
    `${path} holds no data set that is known here (found: ${found.join(", ") || "nothing"}; expected one of: ${expected}); give another folder or zip.`,
  );
}

function groupByFolder(files: readonly SourceFile[]): Map<string, Map<string, SourceFile>> {
  const folders = new Map<string, Map<string, SourceFile>>();
  for (const file of files) {
    const { folder, name } = splitPath(file.path);
    const group = folders.get(folder) ?? new Map<string, SourceFile>();
    folders.set(folder, group.set(aliases[name] ?? name, file));
  }
  return folders;
}

// The Wikipedia list as it is published, and as the default data are stored.
const aliases: Readonly<Record<string, string>> = { "wikipedia-movies.json": "movies.json" };

/** The first file of a name; "*" stands for any part of it. */
function findFile(files: FilesByName, pattern: string): SourceFile | undefined {
  return pattern.includes("*") ? findFiles(files, pattern)[0]?.[1] : files.get(pattern);
}

/** All files of a name, with their names. */
export function findFiles(files: FilesByName, pattern: string): [name: string, file: SourceFile][] {
  const expression = new RegExp(`^${pattern.replace(/[.]/g, "\\$&").replaceAll("*", "[^/]*")}$`);
  return [...files].filter(([name]) => expression.test(name));
}

/** A file that detection has made sure of. */
export function fileOf(files: FilesByName, name: string): SourceFile {
  const file = files.get(name);
  if (!file) throw new DatasetError(`${name} is missing; add the file or download the set again.`);
  return file;
}
