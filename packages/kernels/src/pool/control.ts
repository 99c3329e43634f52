// What the threads tell each other, in one small shared buffer: Int32 entries, then a job's parameters as Float64.

/** Counts jobs; a change wakes the workers. */
export const jobEntry = 0;
/** The first row nobody has taken yet. */
export const nextEntry = 1;
/** Workers that are through with the job. */
export const doneEntry = 2;
export const countEntry = 3;
export const chunkEntry = 4;
/** Index in the module's sorted exports; `endKernel` ends the worker. */
export const kernelEntry = 5;
export const parameterCountEntry = 6;
/** Working memory: the first thread's address, and how much each thread has. */
export const scratchEntry = 7;
export const scratchBytesEntry = 8;
/** Not 0 when a kernel trapped. */
export const failedEntry = 9;

export const endKernel = -1;

const parametersOffset = 64;
const maximumParameters = 32;

export interface Control {
  readonly entries: Int32Array;
  readonly parameters: Float64Array;
}

export const createControl = (): SharedArrayBuffer => new SharedArrayBuffer(parametersOffset + maximumParameters * 8);

export const openControl = (buffer: SharedArrayBuffer): Control => ({
  entries: new Int32Array(buffer, 0, parametersOffset / 4),
  parameters: new Float64Array(buffer, parametersOffset, maximumParameters),
});
