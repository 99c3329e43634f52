// A thread of the pool: sleeps until there is a job, takes its share, sleeps again.
import { workerData } from "node:worker_threads";
import { awaitChange } from "./await-change.ts";
import { doneEntry, endKernel, failedEntry, jobEntry, kernelEntry, openControl } from "./control.ts";
import { listKernels, runChunks } from "./run-chunks.ts";

export interface PoolWorkerData {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  readonly buffer: SharedArrayBuffer;
  readonly thread: number;
  readonly cancellation: Int32Array | undefined;
}

const { module, memory, buffer, thread, cancellation }: PoolWorkerData = workerData;
const control = openControl(buffer);
const { entries } = control;
const kernels = listKernels(module, memory);

function reportDone(): void {
  Atomics.add(entries, doneEntry, 1);
  Atomics.notify(entries, doneEntry);
}

reportDone();
for (let job = 0; ; ) {
  awaitChange(entries, jobEntry, job);
  job = Atomics.load(entries, jobEntry);
  if (entries[kernelEntry] === endKernel) break;
  try {
    runChunks(kernels, control, thread, cancellation);
  } catch {
    Atomics.store(entries, failedEntry, 1);
  }
  reportDone();
}
