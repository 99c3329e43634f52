import { DatasetError } from "../dataset.types.ts";
import { cutFile, emptyFile } from "../readers/columns.ts";
import type { Findings } from "../readers/findings.ts";
import { readLatin1 } from "../source/text-blocks.ts";

/** Takes the lines that are no rows. */
export interface RowSink {
  addBadLine(rule: string, line: number, detail: string): void;
}

export interface TextRows {
  readonly file: string;
  readonly separator: string;
  readonly columns: readonly string[];
  onRow(values: string[], line: number): void;
}

/**
 * Reads a Latin-1 file without header and quotes, as the older releases have them.
 * @throws DatasetError when the first line has other columns than the layout, or the last one was cut.
 */
export async function readTextRows(
  chunks: AsyncIterable<Buffer>,
  { file, separator, columns, onRow }: TextRows,
  list: RowSink,
  findings: Findings,
): Promise<void> {
  const { text, reencoded } = await readLatin1(chunks);
  if (reencoded) findings.add("Latin-1 file saved as UTF-8: read as UTF-8", file);
  const lines = text.split("\n").map((line) => line.replace(/\r$/, ""));
  const cut = lines.at(-1) !== "";
  if (text.trim() === "") throw emptyFile(file);
  for (const [index, row] of lines.entries()) {
    const values = row.split(separator);
    if (row === "") continue;
    if (values.length === columns.length) onRow(values, index + 1);
    else if (cut && index === lines.length - 1) throw cutFile(file, index + 1);
    else if (index === 0) throw wrongColumns(file, separator, columns, values.length);
    else list.addBadLine("wrong number of fields", index + 1, row);
  }
}

function wrongColumns(file: string, separator: string, columns: readonly string[], found: number): DatasetError {
  const expected = columns.slice(0, 6).join(", ") + (columns.length > 6 ? " …" : "");
  return new DatasetError(
    `${file} has ${found} columns in its first line where ${columns.length} belong (${expected}, separated by "${separator}"); download it again.`,
  );
}
