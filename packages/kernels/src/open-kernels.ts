// Chooses the implementation and puts its groups together.
import { existsSync, readFileSync } from "node:fs";
import { plainDescent } from "./descent/descent.plain.ts";
import { simdDescent } from "./descent/descent.simd.ts";
import { type KernelImplementation, KernelInputError, type KernelOptions, type Kernels } from "./kernels.types.ts";
import { plainLeastSquares } from "./least-squares/least-squares.plain.ts";
import { simdLeastSquares } from "./least-squares/least-squares.simd.ts";
import { plainLinear } from "./linear/linear.plain.ts";
import { simdLinear } from "./linear/linear.simd.ts";
import { plainMemory } from "./memory/plain-memory.ts";
import { sharedMemory } from "./memory/shared-memory.ts";
import { plainPairwise } from "./pairwise/pairwise.plain.ts";
import { simdPairwise } from "./pairwise/pairwise.simd.ts";
import { openPool } from "./pool/pool.ts";
import { plainSampling } from "./sampling/sampling.plain.ts";
import { simdSampling } from "./sampling/sampling.simd.ts";
import { plainSearch } from "./search/search.plain.ts";
import { simdSearch } from "./search/search.simd.ts";
import { plainSparse } from "./sparse/sparse.plain.ts";
import { simdSparse } from "./sparse/sparse.simd.ts";

const modulePath = new URL("../dist/kernels.wasm", import.meta.url);
const mostThreads = 64;
const mostBytes = 2 ** 32;

let compiled: WebAssembly.Module | undefined;

/** SIMD where `npm run build` has compiled it and this Node runs it, plain TypeScript elsewhere. */
export function chooseImplementation(): KernelImplementation {
  if (compiled) return "simd";
  if (!existsSync(modulePath)) return "plain";
  try {
    compiled = new WebAssembly.Module(readFileSync(modulePath));
    return "simd";
  } catch (error) {
    // a Node without relaxed SIMD refuses the module
    if (error instanceof WebAssembly.CompileError) return "plain";
    throw error;
  }
}

/**
 * Kernels with a memory of their own. Call `close` when threads were asked for.
 * Throws KernelInputError for a number of threads outside 1 to 64, and for SIMD where it is not to be had.
 */
export function openKernels(options: KernelOptions = {}): Kernels {
  const { threads = 1, implementation = chooseImplementation(), cancellation, maximumBytes = mostBytes } = options;
  if (!Number.isInteger(threads) || threads < 1 || threads > mostThreads) {
    throw new KernelInputError(`${threads} threads are not possible: ask for 1 to ${mostThreads}.`);
  }
  if (implementation === "plain") {
    return {
      ...plainMemory(),
      implementation,
      threads: 1,
      descent: plainDescent(),
      linear: plainLinear(),
      leastSquares: plainLeastSquares(),
      pairwise: plainPairwise(),
      search: plainSearch(),
      sampling: plainSampling(),
      sparse: plainSparse(),
      close: () => {},
    };
  }
  if (chooseImplementation() !== "simd") {
    throw new KernelInputError("The SIMD kernels are not built: run `npm run build`.");
  }
  const pool = openPool({ module: compiled!, memory: sharedMemory(maximumBytes), threads, cancellation });
  return {
    ...pool.memory,
    implementation,
    threads,
    descent: simdDescent(pool),
    linear: simdLinear(pool),
    leastSquares: simdLeastSquares(pool),
    pairwise: simdPairwise(pool),
    search: simdSearch(pool),
    sampling: simdSampling(pool),
    sparse: simdSparse(pool),
    close: pool.close,
  };
}
