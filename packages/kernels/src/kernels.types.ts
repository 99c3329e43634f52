// The numerical core as engines see it. Two implementations answer to these types: plain TypeScript, which says what is
// meant, and AssemblyScript with SIMD and threads, which is fast. They agree within float32 rounding.
import type { DescentKernels } from "./descent/descent.types.ts";
import type { LeastSquaresKernels } from "./least-squares/least-squares.types.ts";
import type { LinearKernels } from "./linear/linear.types.ts";
import type { PairwiseKernels } from "./pairwise/pairwise.types.ts";
import type { SamplingKernels } from "./sampling/sampling.types.ts";
import type { SearchKernels } from "./search/search.types.ts";
import type { SparseKernels } from "./sparse/sparse.types.ts";

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

export interface Kernels extends KernelMemory {
  readonly implementation: KernelImplementation;
  readonly threads: number;
  readonly descent: DescentKernels;
  readonly linear: LinearKernels;
  readonly leastSquares: LeastSquaresKernels;
  readonly pairwise: PairwiseKernels;
  readonly search: SearchKernels;
  readonly sampling: SamplingKernels;
  readonly sparse: SparseKernels;
  /** Ends the threads. Arrays made before remain readable. */
  close(): void;
}

export type KernelImplementation = "simd" | "plain";

export interface KernelOptions {
  /** Threads that share the work, this one included: 1 to 64; 1 when not named. More never change a result. */
  readonly threads?: number;
  /** SIMD where it runs when not named. */
  readonly implementation?: KernelImplementation;
  /** Over a SharedArrayBuffer; anything but 0 in its first entry ends the work with KernelsCancelledError. */
  readonly cancellation?: Int32Array;
  /** Upper bound of the kernels' own memory; 4 GB when not named. SIMD only. */
  readonly maximumBytes?: number;
}

export class KernelInputError extends Error {
  override readonly name = "KernelInputError";
}

export class KernelsCancelledError extends Error {
  override readonly name = "KernelsCancelledError";
}
