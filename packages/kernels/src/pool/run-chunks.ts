// One thread's share of a job: takes chunks of rows until none is left.
import {
  type Control,
  chunkEntry,
  countEntry,
  kernelEntry,
  nextEntry,
  parameterCountEntry,
  scratchBytesEntry,
  scratchEntry,
} from "./control.ts";

export interface NamedKernel {
  readonly name: string;
  readonly run: (...parameters: number[]) => void;
}

/** The kernels of a module over a memory, in an order that every thread finds alike. */
export function listKernels(module: WebAssembly.Module, memory: WebAssembly.Memory): readonly NamedKernel[] {
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  return Object.entries(exports)
    .filter((entry): entry is [string, NamedKernel["run"]] => typeof entry[1] === "function")
    .map(([name, run]) => ({ name, run }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Who takes which chunk is left to chance, and no result may depend on it. */
export function runChunks(
  kernels: readonly NamedKernel[],
  { entries, parameters }: Control,
  thread: number,
  cancellation: Int32Array | undefined,
): void {
  const { run } = kernels[entries[kernelEntry]];
  const given = parameters.subarray(0, entries[parameterCountEntry]);
  const count = entries[countEntry];
  const chunk = entries[chunkEntry];
  const scratch = entries[scratchEntry] + thread * entries[scratchBytesEntry];
  while (!(cancellation && Atomics.load(cancellation, 0) !== 0)) {
    const from = Atomics.add(entries, nextEntry, chunk);
    if (from >= count) return;
    run(...given, from, Math.min(from + chunk, count), scratch);
  }
}
