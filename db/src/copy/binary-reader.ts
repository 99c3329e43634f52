// Reads what binary COPY sends (see binary-writer.ts for the format).

const headerBytes = 19;
const secondsTo2000 = 946_684_800;

/** Reads the fields of a row in column order; none may be null. */
export interface BinaryRowReader {
  int2(): number;
  int4(): number;
  /** Unix seconds, with the fraction. */
  timestamptz(): number;
  /** Copies the components into `target` from `offset` on; throws when there are not as many as `dimensions`. */
  vectorInto(target: Float32Array, offset: number, dimensions: number): void;
  /** A view of the bytes, not a copy. */
  bytea(): Uint8Array;
}

/** Calls `readRow` at the start of each row; returns how many there were. */
export function decodeRows(bytes: Uint8Array, readRow: (reader: BinaryRowReader) => void): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // the header's last field is the length of its extension
  let offset = headerBytes + view.getInt32(headerBytes - 4);
  const field = (): number => {
    const length = view.getInt32(offset);
    if (length < 0) throw new Error("A field of the copied rows is null, which this reader does not expect.");
    offset += 4 + length;
    return offset - length;
  };
  const reader: BinaryRowReader = {
    int2: () => view.getInt16(field()),
    int4: () => view.getInt32(field()),
    timestamptz() {
      const at = field();
      return (view.getInt32(at) * 2 ** 32 + view.getUint32(at + 4)) / 1e6 + secondsTo2000;
    },
    vectorInto(target, targetOffset, dimensions) {
      const at = field();
      const found = view.getInt16(at);
      if (found !== dimensions) throw new Error(`A stored vector has ${found} dimensions instead of ${dimensions}.`);
      for (let d = 0; d < dimensions; d++) target[targetOffset + d] = view.getFloat32(at + 4 + d * 4);
    },
    bytea() {
      const at = field();
      return bytes.subarray(at, offset);
    },
  };
  let rows = 0;
  for (; ; rows++) {
    const fieldCount = view.getInt16(offset);
    offset += 2;
    if (fieldCount < 0) return rows;
    readRow(reader);
  }
}
