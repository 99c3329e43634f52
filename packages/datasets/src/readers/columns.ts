import { DatasetError } from "../dataset.types.ts";

/**
 * Where each wanted column stands in a header.
 * @throws DatasetError naming the file, the missing columns and those found.
 */
export function findColumns(file: string, header: readonly string[], wanted: readonly string[]): number[] {
  const names = header.map((name) => name.trim());
  const missing = wanted.filter((name) => !names.includes(name));
  if (missing.length > 0) {
    const found = names.map((name) => name.slice(0, 40)).slice(0, 12);
    throw new DatasetError(
      `${file} lacks the column${missing.length > 1 ? "s" : ""} ${missing.join(", ")} (its first line has: ${found.join(", ")}); download it again or add the header.`,
    );
  }
  return wanted.map((name) => names.indexOf(name));
}

export function emptyFile(file: string): DatasetError {
  return new DatasetError(`${file} is empty; download or copy it again.`);
}

export function cutFile(file: string, line: number): DatasetError {
  return new DatasetError(`${file} ends in the middle of line ${line}, it was cut short; download or copy it again.`);
}
