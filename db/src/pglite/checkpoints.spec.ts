import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keepCheckpoints } from "./checkpoints.ts";

describe("checkpoints", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** How many checkpoints that much log brings; none may come after stopping. */
  const checkpointsIn = async (minutes: number, pendingBytes: number): Promise<number> => {
    let pending = pendingBytes;
    let checkpoints = 0;
    const stop = keepCheckpoints(
      async (statement) => {
        if (statement !== "checkpoint") return pending;
        checkpoints++;
        pending = 200;
        return 0;
      },
      { lookMs: 1_000, bytes: 1_000_000, ageMs: 120_000 },
    );
    await vi.advanceTimersByTimeAsync(minutes * 60_000);
    stop();
    await vi.advanceTimersByTimeAsync(600_000);
    return checkpoints;
  };

  it("come at once when much log has piled up", async () => {
    expect(await checkpointsIn(0.5, 2_000_000)).toBe(1);
  });

  it("come with time when little has, and not at all when nothing was written", async () => {
    expect(await checkpointsIn(1, 50_000)).toBe(0);
    expect(await checkpointsIn(3, 50_000)).toBe(1);
    expect(await checkpointsIn(10, 200)).toBe(0);
  });
});
