// The arrays that kernels work on.

/** Row-major float32; row r starts at r · stride. Columns past `columns` are zeros and stay so. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  /** `columns` rounded up to a multiple of 4. */
  readonly stride: number;
  readonly values: Float32Array;
}

/** Rows of column indexes (compressed sparse rows): row r holds the entries starts[r] to starts[r + 1]. */
export interface SparseRows {
  readonly rows: number;
  readonly starts: Int32Array;
  readonly columns: Int32Array;
}

/** Kernels work on arrays of their own memory only: made here, or copied in. It is given back when nothing refers to it. */
export interface KernelMemory {
  /** Zeros. */
  float32(length: number): Float32Array;
  float64(length: number): Float64Array;
  int32(length: number): Int32Array;
  uint8(length: number): Uint8Array;
  int8(length: number): Int8Array;
  matrix(rows: number, columns: number): Matrix;
  /** Throws KernelInputError naming `name` for NaN or an infinity: numbers are checked once, where they come in. */
  copyFloat32(values: ArrayLike<number>, name: string): Float32Array;
  copyInt32(values: ArrayLike<number>): Int32Array;
  /** From a row-major array without padding. */
  copyMatrix(values: ArrayLike<number>, rows: number, columns: number, name: string): Matrix;
  /** Frees afterwards all that was allocated inside; nothing of it may be used then. */
  within<Result>(work: () => Result): Result;
}
