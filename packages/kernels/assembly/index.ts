// All kernels in one module. Each works on the rows (or blocks) from..to of a job, so that threads can share it.
export * from "./descent";
export * from "./inverse";
export * from "./cholesky";
export * from "./latents";
export * from "./least-squares";
export * from "./linear";
export * from "./pairwise";
export * from "./search";
export * from "./sampling";
export * from "./sparse";
