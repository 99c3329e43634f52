import { performance } from "node:perf_hooks";

/** Milliseconds of the median run; one run more goes before, unmeasured, so that code is compiled and memory touched. */
export function medianTime(runs: number, work: () => void): number {
  work();
  const times = Array.from({ length: runs }, () => {
    const startedAt = performance.now();
    work();
    return performance.now() - startedAt;
  }).sort((a, b) => a - b);
  return times[Math.floor(runs / 2)]!;
}
