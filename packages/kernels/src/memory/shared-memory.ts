// The memory that SIMD kernels work in: one shared WebAssembly memory, given out from the bottom up.
import { KernelInputError } from "../kernels.types.ts";
import { checkFinite, copyRows, paddedColumns } from "./matrices.ts";
import type { KernelMemory } from "./memory.types.ts";

const pageBytes = 65_536;
const maximumPages = 65_536;
/** The first page holds the module's own constants: the tables of its logarithm and exponential. */
const reservedBytes = pageBytes;
/** Rows start at a cache line. */
const alignment = 64;

export interface SharedMemory extends KernelMemory {
  readonly wasm: WebAssembly.Memory;
  /** The address of an array of this memory; throws KernelInputError for any other. */
  addressOf(array: ArrayBufferView): number;
  /** Bytes for the kernels' own use. */
  allocate(bytes: number): number;
}

export function sharedMemory(maximumBytes: number): SharedMemory {
  const wasm = new WebAssembly.Memory({ initial: 16, maximum: maximumPages, shared: true });
  // growing makes a new buffer object over the same memory; arrays over the earlier ones stay valid
  const buffers = new WeakSet<ArrayBufferLike>();
  let next = reservedBytes;

  function allocate(bytes: number): number {
    const address = next;
    const end = address + Math.ceil(bytes / alignment) * alignment;
    if (end > Math.min(maximumBytes, maximumPages * pageBytes)) {
      throw new KernelInputError(`The kernels would need ${end} bytes of memory; ${maximumBytes} are allowed.`);
    }
    const missing = end - wasm.buffer.byteLength;
    if (missing > 0) wasm.grow(Math.ceil(missing / pageBytes));
    buffers.add(wasm.buffer);
    next = end;
    return address;
  }

  function zeros<Array extends Float32Array | Float64Array | Int32Array | Uint8Array | Int8Array>(
    Type: { new (buffer: ArrayBufferLike, offset: number, length: number): Array; BYTES_PER_ELEMENT: number },
    length: number,
  ): Array {
    const address = allocate(length * Type.BYTES_PER_ELEMENT);
    return new Type(wasm.buffer, address, length).fill(0) as Array;
  }

  const memory: SharedMemory = {
    wasm,
    allocate,
    addressOf(array) {
      if (!buffers.has(array.buffer))
        throw new KernelInputError("The array is not of the kernels' memory: copy it in.");
      return array.byteOffset;
    },
    float32: (length) => zeros(Float32Array, length),
    float64: (length) => zeros(Float64Array, length),
    int32: (length) => zeros(Int32Array, length),
    uint8: (length) => zeros(Uint8Array, length),
    int8: (length) => zeros(Int8Array, length),
    matrix(rows, columns) {
      const stride = paddedColumns(columns);
      return { rows, columns, stride, values: memory.float32(rows * stride) };
    },
    copyFloat32(values, name) {
      const copy = memory.float32(values.length);
      copy.set(checkFinite(values, name));
      return copy;
    },
    copyInt32(values) {
      const copy = memory.int32(values.length);
      copy.set(values);
      return copy;
    },
    copyMatrix: (values, rows, columns, name) => copyRows(checkFinite(values, name), memory.matrix(rows, columns)),
    within(work) {
      const before = next;
      try {
        return work();
      } finally {
        next = before;
      }
    },
  };
  return memory;
}
