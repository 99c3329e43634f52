// Threads that share one WebAssembly memory and take a job's rows in chunks. Calls return when the job is done: the calling
// thread works along and then waits, so that engines stay plain functions.
import { Worker } from "node:worker_threads";
import { KernelInputError, KernelsCancelledError } from "../kernels.types.ts";
import type { SharedMemory } from "../memory/shared-memory.ts";
import { awaitChange } from "./await-change.ts";
import {
  chunkEntry,
  countEntry,
  createControl,
  doneEntry,
  endKernel,
  failedEntry,
  jobEntry,
  kernelEntry,
  nextEntry,
  openControl,
  parameterCountEntry,
  scratchBytesEntry,
  scratchEntry,
} from "./control.ts";
import type { PoolWorkerData } from "./pool.worker.ts";
import { listKernels, runChunks } from "./run-chunks.ts";

export interface KernelJob {
  /** Rows (or blocks) of the job. */
  readonly count: number;
  /** Rows that a thread takes at a time; an eighth of its even share when not named. */
  readonly chunk?: number;
  /** Working memory of each thread. */
  readonly scratchBytes?: number;
}

export interface Pool {
  readonly memory: SharedMemory;
  readonly threads: number;
  /**
   * Runs the exported kernel over all rows: its parameters, then first row, end row and the thread's scratch address.
   * Throws KernelsCancelledError when cancelled; the rows then hold anything.
   */
  run(kernel: string, parameters: readonly number[], job: KernelJob): void;
  close(): void;
}

export interface PoolOptions {
  readonly module: WebAssembly.Module;
  readonly memory: SharedMemory;
  readonly threads: number;
  readonly cancellation?: Int32Array | undefined;
}

/** A thread that has not started by then never will. */
const startTimeoutMs = 30_000;
const scratchAlignment = 64;

export function openPool({ module, memory, threads, cancellation }: PoolOptions): Pool {
  const kernels = listKernels(module, memory.wasm);
  const indexOf = new Map(kernels.map(({ name }, index) => [name, index]));
  const buffer = createControl();
  const control = openControl(buffer);
  const { entries, parameters } = control;
  const helpers = threads - 1;
  for (let thread = 1; thread <= helpers; thread++) {
    const workerData: PoolWorkerData = { module, memory: memory.wasm, buffer, thread, cancellation };
    new Worker(new URL("./pool.worker.ts", import.meta.url), { workerData }).unref();
  }
  awaitHelpers(entries, helpers, startTimeoutMs);

  function start(kernel: number): void {
    entries[kernelEntry] = kernel;
    entries[nextEntry] = 0;
    entries[doneEntry] = 0;
    Atomics.add(entries, jobEntry, 1);
    Atomics.notify(entries, jobEntry);
  }

  return {
    memory,
    threads,
    run(kernel, given, { count, chunk = Math.ceil(count / (8 * threads)), scratchBytes = 0 }) {
      memory.within(() => {
        const bytes = Math.ceil(scratchBytes / scratchAlignment) * scratchAlignment;
        parameters.set(given);
        entries[parameterCountEntry] = given.length;
        entries[countEntry] = count;
        entries[chunkEntry] = Math.max(1, chunk);
        entries[scratchEntry] = memory.allocate(bytes * threads);
        entries[scratchBytesEntry] = bytes;
        start(indexOf.get(kernel)!);
        try {
          runChunks(kernels, control, 0, cancellation);
        } finally {
          awaitHelpers(entries, helpers);
        }
      });
      if (entries[failedEntry] !== 0) throw new Error(`The kernel ${kernel} trapped.`);
      if (cancellation && Atomics.load(cancellation, 0) !== 0)
        throw new KernelsCancelledError("The work was cancelled.");
    },
    close: () => start(endKernel),
  };
}

function awaitHelpers(entries: Int32Array, helpers: number, timeoutMs = Number.POSITIVE_INFINITY): void {
  for (;;) {
    const done = Atomics.load(entries, doneEntry);
    if (done >= helpers) return;
    if (!awaitChange(entries, doneEntry, done, timeoutMs)) {
      throw new KernelInputError(`Only ${done} of ${helpers} threads started: ask for fewer.`);
    }
  }
}
