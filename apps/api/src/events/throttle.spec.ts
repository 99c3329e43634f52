import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { throttle } from "./throttle.ts";

describe("throttle", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("lets the first through at once and a burst's last at the end of the interval", () => {
    let calls = 0;
    const throttled = throttle(() => calls++, 500);
    for (let burst = 0; burst < 10; burst++) throttled.call();
    expect(calls).toBe(1);
    vi.advanceTimersByTime(499);
    expect(calls).toBe(1);
    vi.advanceTimersByTime(1);
    expect(calls).toBe(2);
    vi.advanceTimersByTime(5_000);
    expect(calls).toBe(2);
  });

  it("drops what waits when it is cancelled", () => {
    let calls = 0;
    const throttled = throttle(() => calls++, 500);
    throttled.call();
    throttled.call();
    throttled.cancel();
    vi.advanceTimersByTime(5_000);
    expect(calls).toBe(1);
  });
});
