// Objects with large arrays on disk: a header of JSON, then the arrays' bytes, read straight into place.
import { closeSync, openSync, readSync, writeSync } from "node:fs";

const kinds = { Int16Array, Int32Array, Uint8Array, Float32Array, Float64Array };

type Kind = keyof typeof kinds;
type StoredArray = InstanceType<(typeof kinds)[Kind]>;

interface Place {
  readonly arrayKind: Kind;
  readonly length: number;
}

/** Writes a value that JSON can hold but for its typed arrays. */
export function writeArrays(path: string, value: object): void {
  const arrays: StoredArray[] = [];
  const header = JSON.stringify(value, (_, part: unknown) => {
    if (!ArrayBuffer.isView(part)) return part;
    const array = part as StoredArray;
    arrays.push(array);
    return { arrayKind: array.constructor.name, length: array.length };
  });
  const text = Buffer.from(header);
  const file = openSync(path, "w");
  try {
    for (const bytes of [Buffer.from(Uint32Array.of(text.length).buffer), text]) writeWhole(file, bytes);
    for (const { buffer, byteOffset, byteLength } of arrays)
      writeWhole(file, new Uint8Array(buffer, byteOffset, byteLength));
  } finally {
    closeSync(file);
  }
}

/** What `writeArrays` wrote. Its type is the caller's word. */
export function readArrays<Value>(path: string): Value {
  const file = openSync(path, "r");
  try {
    const [length] = new Uint32Array(readWhole(file, new Uint8Array(4)).buffer);
    const header = Buffer.from(readWhole(file, new Uint8Array(length!))).toString();
    const isPlace = (part: unknown): part is Place => typeof part === "object" && part !== null && "arrayKind" in part;
    // The reviver sees the places in the order in which they were written.
    return JSON.parse(header, (_, part: unknown) => {
      if (!isPlace(part)) return part;
      const array = new kinds[part.arrayKind](part.length);
      readWhole(file, new Uint8Array(array.buffer));
      return array;
    });
  } finally {
    closeSync(file);
  }
}

function writeWhole(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done);
}

function readWhole(file: number, bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  for (let done = 0; done < bytes.length; ) {
    const count = readSync(file, bytes, done, bytes.length - done, null);
    if (count === 0) throw new Error("The file of arrays ends too early.");
    done += count;
  }
  return bytes;
}
