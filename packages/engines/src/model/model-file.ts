// How a model is stored: "MATINEE1", the header's length, a JSON header, then little-endian arrays on 8-byte borders.
import { EngineInputError, type EngineName } from "../engine.types.ts";

const magic = "MATINEE1";
const prefixLength = magic.length + 4;

interface StoredArrays {
  i8: Int8Array;
  u8: Uint8Array;
  i16: Int16Array;
  i32: Int32Array;
  f32: Float32Array;
}
type ArrayType = keyof StoredArrays;
type StoredArray = StoredArrays[ArrayType];
const arrayTypes = { i8: Int8Array, u8: Uint8Array, i16: Int16Array, i32: Int32Array, f32: Float32Array };

/** What a model file holds: named numbers, named lists of texts and named arrays. */
export interface ModelContent {
  readonly numbers: Readonly<Record<string, number>>;
  readonly texts?: Readonly<Record<string, readonly string[]>>;
  readonly arrays: Readonly<Record<string, StoredArray>>;
}

/** What an engine expects in its files. */
export interface ModelLayout<
  NumberName extends string,
  TextName extends string,
  Arrays extends Readonly<Record<string, ArrayType>>,
> {
  readonly numbers: readonly NumberName[];
  readonly texts?: readonly TextName[];
  readonly arrays: Arrays;
}

/** What an engine finds in its files. */
export interface ReadModel<
  NumberName extends string,
  TextName extends string,
  Arrays extends Readonly<Record<string, ArrayType>>,
> {
  readonly numbers: Readonly<Record<NumberName, number>>;
  readonly texts: Readonly<Record<TextName, readonly string[]>>;
  readonly arrays: { readonly [Name in keyof Arrays]: StoredArrays[Arrays[Name]] };
}

interface Header {
  readonly engine: EngineName;
  readonly numbers: Readonly<Record<string, number>>;
  readonly texts: Readonly<Record<string, readonly string[]>>;
  readonly arrays: readonly { readonly name: string; readonly type: ArrayType; readonly length: number }[];
}

const padded = (length: number) => Math.ceil(length / 8) * 8;

function typeOf(array: StoredArray): ArrayType {
  const found = Object.entries(arrayTypes).find(([, Type]) => array instanceof Type);
  return found![0] as ArrayType;
}

/** The bytes of a model. Equal content gives equal bytes. */
export function writeModelFile(engine: EngineName, { numbers, texts = {}, arrays }: ModelContent): Uint8Array {
  const entries = Object.entries(arrays);
  const header: Header = {
    engine,
    numbers,
    texts,
    arrays: entries.map(([name, array]) => ({ name, type: typeOf(array), length: array.length })),
  };
  const headerBytes = new TextEncoder().encode(JSON.stringify(header));
  const start = padded(prefixLength + headerBytes.length);
  const bytes = new Uint8Array(entries.reduce((length, [, array]) => length + padded(array.byteLength), start));
  bytes.set(new TextEncoder().encode(magic));
  new DataView(bytes.buffer).setUint32(magic.length, headerBytes.length, true);
  bytes.set(headerBytes, prefixLength);
  let offset = start;
  for (const [, array] of entries) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), offset);
    offset += padded(array.byteLength);
  }
  return bytes;
}

/** Reads what `writeModelFile` wrote for this engine; throws EngineInputError for other, damaged or truncated bytes. */
export function readModelFile<
  NumberName extends string,
  Arrays extends Readonly<Record<string, ArrayType>>,
  TextName extends string = never,
>(
  engine: EngineName,
  bytes: Uint8Array,
  layout: ModelLayout<NumberName, TextName, Arrays>,
): ReadModel<NumberName, TextName, Arrays> {
  const header = readHeader(bytes);
  if (header.engine !== engine) {
    throw new EngineInputError(`These bytes are a model of "${header.engine}", not of "${engine}".`);
  }
  const hasNumbers = layout.numbers.every((name) => Number.isFinite(header.numbers[name]));
  const hasTexts = (layout.texts ?? []).every((name) => Array.isArray(header.texts?.[name]));
  const hasArrays = Object.entries(layout.arrays).every(([name, type]) =>
    header.arrays.some((array) => array.name === name && array.type === type),
  );
  if (!hasNumbers || !hasTexts || !hasArrays) {
    throw new EngineInputError("The model was made by another version: train it again.");
  }
  return { numbers: header.numbers, texts: header.texts, arrays: readArrays(header, bytes) } as ReadModel<
    NumberName,
    TextName,
    Arrays
  >;
}

function readArrays(header: Header, bytes: Uint8Array): Record<string, StoredArray> {
  // A copy, so that arrays lie on their borders and never change with the caller's bytes.
  const { buffer } = bytes.slice();
  let offset = padded(prefixLength + new DataView(buffer).getUint32(magic.length, true));
  const arrays: Record<string, StoredArray> = {};
  for (const { name, type, length } of header.arrays) {
    const byteLength = length * arrayTypes[type].BYTES_PER_ELEMENT;
    if (offset + byteLength > buffer.byteLength) throw truncated();
    arrays[name] = new arrayTypes[type](buffer, offset, length);
    offset += padded(byteLength);
  }
  if (offset !== buffer.byteLength) throw truncated();
  return arrays;
}

function readHeader(bytes: Uint8Array): Header {
  const decoder = new TextDecoder();
  if (bytes.length < prefixLength || decoder.decode(bytes.subarray(0, magic.length)) !== magic) {
    throw new EngineInputError("These bytes are not a Matinee model: train it again.");
  }
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(magic.length, true);
  if (prefixLength + length > bytes.length) throw truncated();
  try {
    return JSON.parse(decoder.decode(bytes.subarray(prefixLength, prefixLength + length)));
  } catch (error) {
    throw new EngineInputError("The model's header cannot be read: train it again.", { cause: error });
  }
}

const truncated = () => new EngineInputError("The model's bytes are truncated or damaged: train it again.");
