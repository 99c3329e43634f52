export type { BiasedFactors, DescentStep, RatingBlocks } from "./descent/descent.types.ts";
export { arrangeBlocks } from "./descent/rating-blocks.ts";
export {
  type KernelImplementation,
  KernelInputError,
  type KernelOptions,
  type Kernels,
  KernelsCancelledError,
} from "./kernels.types.ts";
export type { SparseMatrix } from "./linear/linear.types.ts";
export { unpaddedValues } from "./memory/matrices.ts";
export type { KernelMemory, Matrix, SparseRows } from "./memory/memory.types.ts";
export { chooseImplementation, openKernels } from "./open-kernels.ts";
export { normalDensity, normalProbability, normalQuantile } from "./sampling/random.plain.ts";
export type { CutStatistics } from "./sampling/sampling.types.ts";
