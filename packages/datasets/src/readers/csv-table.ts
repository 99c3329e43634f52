import { once } from "node:events";
import { finished } from "node:stream/promises";
import { CsvError, type Info, parse } from "csv-parse";
import { DatasetError } from "../dataset.types.ts";
import { utf8Blocks } from "../source/text-blocks.ts";
import { cutFile, emptyFile, findColumns } from "./columns.ts";

export interface CsvTable {
  readonly file: string;
  readonly columns: readonly string[];
  /** Columns that a file may lack; their values are then empty. */
  readonly optionalColumns?: readonly string[];
  /** A row's wanted values, in the order of `columns`, then `optionalColumns`. */
  onRow(values: string[], line: number): void;
  /** A row with another number of fields than the header. */
  onBadRow(found: number, line: number): void;
}

export interface CsvRecords<Column extends string> {
  readonly file: string;
  readonly columns: readonly Column[];
  /** Columns that a file may lack; their values are then empty. */
  readonly optionalColumns?: readonly Column[];
  onRecord(record: Readonly<Record<Column, string>>, line: number): void;
  onBadRow(found: number, line: number): void;
}

/** Reads a csv file as `readCsvTable` does; rows are records by column name. */
export async function readCsvRecords<Column extends string>(
  chunks: AsyncIterable<Buffer>,
  { onRecord, ...table }: CsvRecords<Column>,
): Promise<number> {
  const names = [...table.columns, ...(table.optionalColumns ?? [])];
  return readCsvTable(chunks, {
    ...table,
    onRow: (values, line) =>
      onRecord(Object.fromEntries(names.map((name, place) => [name, values[place]])) as Record<Column, string>, line),
  });
}

/**
 * Reads a UTF-8 csv file with a header, in bounded memory. Returns the number of rows.
 * @throws DatasetError for a missing column, wrong encoding, an unclosed quote, or a last row that was cut.
 */
export async function readCsvTable(chunks: AsyncIterable<Buffer>, table: CsvTable): Promise<number> {
  let header: string[] | null = null;
  let places: number[] = [];
  let rows = 0;
  let lastBad = 0;
  const onRecord = (fields: string[], { lines }: Info): null => {
    if (header === null) {
      header = fields;
      const names = fields.map((name) => name.trim());
      const optional = (table.optionalColumns ?? []).map((name) => names.indexOf(name));
      places = [...findColumns(table.file, fields, table.columns), ...optional];
      return null;
    }
    rows++;
    if (fields.length === header.length)
      table.onRow(
        places.map((place) => fields[place] ?? ""),
        lines,
      );
    else {
      lastBad = lines;
      table.onBadRow(fields.length, lines);
    }
    return null;
  };
  const parser = parse({
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    // Not guessed from the first line: files edited by hand mix line ends.
    record_delimiter: ["\r\n", "\n"],
    skip_empty_lines: true,
    max_record_size: 1 << 20,
    on_record: onRecord,
  });
  parser.resume();
  const parsed = finished(parser);
  parsed.catch(() => {});
  let lastLine = 0;
  let ended = true;
  try {
    for await (const block of utf8Blocks(chunks, table.file)) {
      if (!parser.write(block.bytes)) await Promise.race([once(parser, "drain"), parsed]);
      lastLine = block.firstLine + block.lineCount - 1;
      ended = block.ended;
    }
    parser.end();
    await parsed;
  } catch (error) {
    parser.destroy();
    throw explainedCsv(error, table.file);
  }
  if (header === null) throw emptyFile(table.file);
  if (!ended && lastBad === lastLine) throw cutFile(table.file, lastLine);
  return rows;
}

function explainedCsv(error: unknown, file: string): unknown {
  if (!(error instanceof CsvError)) return error;
  const line = "lines" in error ? ` near line ${error.lines}` : "";
  const what = /QUOTE|MAX_RECORD/.test(error.code) ? "a quote that is never closed" : error.message;
  return new DatasetError(`${file} cannot be read${line} (${what}); download or copy it again.`);
}
