// Ratings in PostgreSQL's binary COPY format. All rows have one form: filling it in is ten times as fast as writing field
// by field (see ../copy/binary-writer.ts for the format).
import type { ImportedRatingChunk } from "./import.types.ts";

/** The columns in the order of the rows. */
export const stagedColumns = "import_id, viewer, movie, half_stars, rated_at";

const fieldWidths = [4, 4, 4, 2, 8];
/** A field count, and before each field its length. */
const rowBytes = 2 + fieldWidths.reduce((sum, width) => sum + 4 + width, 0);
const rowsPerBatch = Math.floor((4 << 20) / rowBytes);
const secondsTo2000 = 946_684_800;

/** Batches of whole rows, about 4 MB each. */
export function* encodeRatings(
  importId: number,
  { viewers, movies, halfStars, ratedAt }: ImportedRatingChunk,
): Generator<Uint8Array<ArrayBuffer>> {
  const [importField, viewerField, movieField, starsField, timeField] = fieldOffsets();
  for (let from = 0; from < viewers.length; from += rowsPerBatch) {
    const rows = Math.min(rowsPerBatch, viewers.length - from);
    const bytes = emptyRows(rows);
    const view = new DataView(bytes.buffer);
    for (let row = 0, at = 0; row < rows; row++, at += rowBytes) {
      const rating = from + row;
      const microseconds = Math.round((ratedAt[rating]! - secondsTo2000) * 1e6);
      view.setInt32(at + importField!, importId);
      view.setInt32(at + viewerField!, viewers[rating]!);
      view.setInt32(at + movieField!, movies[rating]!);
      view.setInt16(at + starsField!, halfStars[rating]!);
      view.setInt32(at + timeField!, Math.floor(microseconds / 2 ** 32));
      view.setUint32(at + timeField! + 4, (microseconds % 2 ** 32) >>> 0);
    }
    yield bytes;
  }
}

function fieldOffsets(): number[] {
  let offset = 2;
  return fieldWidths.map((width) => {
    offset += 4 + width;
    return offset - width;
  });
}

/** Rows with field counts and lengths; the first is copied over and over, twice as many each time. */
function emptyRows(count: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(count * rowBytes);
  const view = new DataView(bytes.buffer);
  view.setInt16(0, fieldWidths.length);
  for (const [field, offset] of fieldOffsets().entries()) view.setInt32(offset - 4, fieldWidths[field]!);
  for (let filled = rowBytes; filled < bytes.length; filled *= 2) bytes.copyWithin(filled, 0, filled);
  return bytes;
}
