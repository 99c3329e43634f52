// Rows in PostgreSQL's binary COPY format: per row a field count, per field a byte length (-1 for null) and the value,
// all big-endian. https://www.postgresql.org/docs/current/sql-copy.html, "Binary Format".

/** "PGCOPY\n\377\r\n\0", no flags, no header extension. */
export const copyHeader = Uint8Array.of(
  0x50,
  0x47,
  0x43,
  0x4f,
  0x50,
  0x59,
  0x0a,
  0xff,
  0x0d,
  0x0a,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
);

/** The field count -1 ends the rows. */
export const copyTrailer = Uint8Array.of(0xff, 0xff);

const batchBytes = 4 << 20;
const textOid = 25;
const secondsTo2000 = 946_684_800;
const textEncoder = new TextEncoder();

/** Writes the fields of a row in column order; `null` where the column is null. */
export interface BinaryRowWriter {
  boolean(value: boolean): void;
  int2(value: number | null): void;
  int4(value: number | null): void;
  /** Whole numbers up to 2^53. */
  int8(value: number | null): void;
  float4(value: number | null): void;
  text(value: string | null): void;
  textArray(values: readonly string[]): void;
  /** Unix seconds. */
  timestamptz(unixSeconds: number | null): void;
  vector(values: Float32Array | null): void;
  bytea(bytes: Uint8Array): void;
}

/** Encodes `rowCount` rows of `columnCount` fields; yields batches of whole rows, about 4 MB each. */
export function* encodeRows(
  rowCount: number,
  columnCount: number,
  writeRow: (writer: BinaryRowWriter, index: number) => void,
): Generator<Uint8Array<ArrayBuffer>> {
  let buffer = growableBuffer();
  let writer = rowWriter(buffer);
  for (let index = 0; index < rowCount; index++) {
    buffer.int16(columnCount);
    writeRow(writer, index);
    if (buffer.length() < batchBytes) continue;
    yield buffer.bytes();
    buffer = growableBuffer();
    writer = rowWriter(buffer);
  }
  if (buffer.length() > 0) yield buffer.bytes();
}

function rowWriter(buffer: GrowableBuffer): BinaryRowWriter {
  const fixed =
    (width: number, write: (value: number) => void) =>
    (value: number | null): void => {
      buffer.int32(value === null ? -1 : width);
      if (value !== null) write(value);
    };
  return {
    boolean(value) {
      buffer.int32(1);
      buffer.raw(Uint8Array.of(value ? 1 : 0));
    },
    int2: fixed(2, buffer.int16),
    int4: fixed(4, buffer.int32),
    int8: fixed(8, buffer.int64),
    float4: fixed(4, buffer.float32),
    timestamptz: fixed(8, (seconds) => buffer.int64(Math.round((seconds - secondsTo2000) * 1e6))),
    text: buffer.text,
    textArray(values) {
      const start = buffer.skipLength();
      buffer.int32(values.length > 0 ? 1 : 0);
      buffer.int32(0);
      buffer.int32(textOid);
      if (values.length > 0) {
        buffer.int32(values.length);
        buffer.int32(1);
        for (const value of values) buffer.text(value);
      }
      buffer.writeLength(start);
    },
    vector(values) {
      if (values === null) return buffer.int32(-1);
      buffer.int32(4 + values.length * 4);
      buffer.int16(values.length);
      buffer.int16(0);
      for (const value of values) buffer.float32(value);
    },
    bytea(bytes) {
      buffer.int32(bytes.length);
      buffer.raw(bytes);
    },
  };
}

type GrowableBuffer = ReturnType<typeof growableBuffer>;

function growableBuffer() {
  let bytes = new Uint8Array(64 << 10);
  let view = new DataView(bytes.buffer);
  let offset = 0;
  /** Makes room and returns where to write; `bytes` and `view` may be others afterwards. */
  const advance = (size: number): number => {
    if (offset + size > bytes.length) {
      const larger = new Uint8Array(Math.max(bytes.length * 2, offset + size));
      larger.set(bytes);
      bytes = larger;
      view = new DataView(bytes.buffer);
    }
    offset += size;
    return offset - size;
  };
  return {
    length: () => offset,
    bytes: () => bytes.subarray(0, offset),
    int16(value: number) {
      const at = advance(2);
      view.setInt16(at, value);
    },
    int32(value: number) {
      const at = advance(4);
      view.setInt32(at, value);
    },
    int64(value: number) {
      const at = advance(8);
      view.setInt32(at, Math.floor(value / 2 ** 32));
      view.setUint32(at + 4, (value % 2 ** 32) >>> 0);
    },
    float32(value: number) {
      const at = advance(4);
      view.setFloat32(at, value);
    },
    raw(value: Uint8Array) {
      const at = advance(value.length);
      bytes.set(value, at);
    },
    text(value: string | null) {
      if (value === null) {
        const at = advance(4);
        view.setInt32(at, -1);
        return;
      }
      const at = advance(4 + value.length * 3);
      const { written } = textEncoder.encodeInto(value, bytes.subarray(at + 4));
      view.setInt32(at, written);
      offset = at + 4 + written;
    },
    skipLength: () => advance(4),
    writeLength: (at: number) => view.setInt32(at, offset - at - 4),
  };
}
