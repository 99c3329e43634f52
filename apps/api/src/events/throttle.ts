// Lets a frequent event through at most once per interval: the first at once, the last of a burst at the interval's end.

export interface Throttled {
  call(): void;
  /** Drops what still waits. */
  cancel(): void;
}

export function throttle(action: () => void, intervalMilliseconds: number): Throttled {
  let timer: NodeJS.Timeout | null = null;
  let waiting = false;
  const run = () => {
    waiting = false;
    timer = setTimeout(() => {
      timer = null;
      if (waiting) run();
    }, intervalMilliseconds);
    timer.unref();
    action();
  };
  return {
    call() {
      if (timer) waiting = true;
      else run();
    },
    cancel() {
      if (timer) clearTimeout(timer);
      timer = null;
      waiting = false;
    },
  };
}
