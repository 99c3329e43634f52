import { readCsvRecords } from "../readers/csv-table.ts";
import { createBadLines } from "./bad-lines.ts";
import { parseTmdbId } from "./ids.ts";
import type { LayoutInput } from "./layout.types.ts";
import type { TmdbCells } from "./tmdb-cells.ts";
import { createCellReader, type TmdbList } from "./tmdb-list.ts";

/** Fills cast, directors and writers from a table of credits, where it exists. */
export async function readTmdbCredits(
  { files, reading, findings }: LayoutInput,
  { file, idColumn }: { readonly file: string; readonly idColumn: string },
  cells: TmdbCells,
  list: TmdbList,
): Promise<void> {
  const credits = files.get(file);
  if (!credits) return;
  const badLines = createBadLines(file, "credits", findings);
  const cellReader = createCellReader(file, findings);
  await readCsvRecords(reading.read(credits), {
    file,
    columns: [idColumn, "cast", "crew"],
    onBadRow(found, line) {
      badLines.count();
      badLines.skip("wrong number of fields", line, `${found} fields`);
    },
    onRecord(row, line) {
      badLines.count();
      const id = parseTmdbId(row[idColumn]);
      if (id === null) return badLines.skip("id is not a whole number above 0", line, row[idColumn]);
      // Those of the lines that the list of movies skipped; not worth a count of their own.
      if (!list.has(id)) return;
      const cast = cellReader.read(() => cells.cast(row.cast), [], `cast of ${id}`, line);
      const crew = cellReader.read(() => cells.crew(row.crew), { directors: [], writers: [] }, `crew of ${id}`, line);
      list.fill(id, { cast, ...crew });
    },
  });
  badLines.check();
  cellReader.check();
}
