import { setTimeout as wait } from "node:timers/promises";
import PQueue from "p-queue";

/** Runs a write once those before it are done; rejects with the signal's reason when that aborts before its turn. */
export type Write = <Result>(write: () => Promise<Result>) => Promise<Result>;

/** How long the database is left to others after a write, by how long that took. */
const pausePerWriting = 3;
const longestPauseMilliseconds = 2_000;

/**
 * One write after the other, each followed by a pause: pages have the database for most of the time, and the longer it
 * takes to answer, the more.
 */
export function gentleWriter(signal: AbortSignal): Write {
  const queue = new PQueue({ concurrency: 1 });
  const writeAndRest = async <Result>(write: () => Promise<Result>) => {
    const startedAt = performance.now();
    try {
      return await write();
    } finally {
      const pause = pausePerWriting * (performance.now() - startedAt);
      await wait(Math.min(pause, longestPauseMilliseconds), undefined, { signal }).catch(() => undefined);
    }
  };
  return (write) => queue.add(() => writeAndRest(write), { signal });
}
