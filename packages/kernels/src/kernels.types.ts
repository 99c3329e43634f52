// The numerical core as engines see it. Two implementations answer to these types: plain TypeScript, which says what is
// meant, and AssemblyScript with SIMD and threads, which is fast. They agree within float32 rounding.
import type { DescentKernels } from "./descent/descent.types.ts";
import type { LeastSquaresKernels } from "./least-squares/least-squares.types.ts";
import type { LinearKernels } from "./linear/linear.types.ts";
import type { KernelMemory } from "./memory/memory.types.ts";
import type { PairwiseKernels } from "./pairwise/pairwise.types.ts";
import type { SamplingKernels } from "./sampling/sampling.types.ts";
import type { SearchKernels } from "./search/search.types.ts";
import type { SparseKernels } from "./sparse/sparse.types.ts";

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
