// Waiting for another thread.

/** Some 20 µs: most jobs of a small training come sooner than a sleeping thread would wake. */
const glances = 4_000;

/** Returns when the entry is no longer `value`: looks for a moment, then sleeps. False when the time is over first. */
export function awaitChange(
  entries: Int32Array,
  entry: number,
  value: number,
  timeoutMs = Number.POSITIVE_INFINITY,
): boolean {
  for (let glance = 0; glance < glances; glance++) {
    if (Atomics.load(entries, entry) !== value) return true;
  }
  return Atomics.wait(entries, entry, value, timeoutMs) !== "timed-out";
}
