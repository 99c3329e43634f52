// The figures as a stream: the current state first, then the newest state after each change.
import type { EventBus } from "../../events/event-bus.ts";
import type { Presence, VisitorStatsParent } from "./presence.ts";

/**
 * A slow reader gets the newest state, not each one in between. `return` ends the stream at once, also while it waits:
 * a bare generator would wait for the next change first.
 */
export function watchVisitorStats(presence: Presence, bus: EventBus): AsyncGenerator<VisitorStatsParent, void> {
  const stopped = Promise.withResolvers<void>();
  let changed = Promise.withResolvers<void>();
  let isStopped = false;

  async function* follow() {
    const unsubscribe = bus.subscribe("visitorsChanged", () => changed.resolve());
    try {
      while (!isStopped) {
        yield await presence.getStats();
        await Promise.race([changed.promise, stopped.promise]);
        changed = Promise.withResolvers<void>();
      }
    } finally {
      unsubscribe();
    }
  }

  const stream = follow();
  const stop = () => {
    isStopped = true;
    stopped.resolve();
  };
  return Object.assign(stream, {
    return: (value?: void | PromiseLike<void>) => {
      stop();
      return Object.getPrototypeOf(stream).return.call(stream, value);
    },
  });
}
