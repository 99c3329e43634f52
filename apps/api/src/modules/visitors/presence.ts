// Who has which page open, in memory; visits are kept in the database.
import type { EventBus } from "../../events/event-bus.ts";
import { throttle } from "../../events/throttle.ts";

export interface VisitStore {
  record(visitorId: string): Promise<unknown>;
  count(): Promise<{ readonly total: number; readonly unique: number }>;
}

export interface VisitorStatsParent {
  readonly totalVisits: number;
  readonly uniqueVisitors: number;
  readonly activeVisitors: number;
  /** Most visited first. */
  readonly pages: readonly { readonly path: string; readonly active: number }[];
  readonly at: string;
}

/** One open page. */
export interface OpenPage {
  move(path: string): void;
  leave(): void;
}

export interface Presence {
  join(visitorId: string, path: string): OpenPage;
  getStats(): Promise<VisitorStatsParent>;
  close(): void;
}

/** A visitor who comes back sooner is still on the same visit. */
const visitEndsAfterMilliseconds = 30 * 60_000;
const publishIntervalMilliseconds = 500;

export interface PresenceOptions {
  readonly visits: VisitStore;
  readonly bus: EventBus;
  readonly onError: (error: unknown) => void;
  readonly now?: () => number;
}

/** Publishes `visitorsChanged` at most twice a second. */
export function createPresence({ visits, bus, onError, now = Date.now }: PresenceOptions): Presence {
  const open = new Map<symbol, { readonly visitorId: string; path: string }>();
  const lastSeen = new Map<string, number>();
  const changed = throttle(() => bus.publish("visitorsChanged", {}), publishIntervalMilliseconds);

  function beginVisit(visitorId: string): void {
    for (const [id, seenAt] of lastSeen) if (now() - seenAt > visitEndsAfterMilliseconds) lastSeen.delete(id);
    const isOpen = [...open.values()].some((page) => page.visitorId === visitorId);
    if (!isOpen && !lastSeen.has(visitorId)) visits.record(visitorId).then(changed.call, onError);
  }

  return {
    join(visitorId, path) {
      beginVisit(visitorId);
      const key = Symbol(visitorId);
      open.set(key, { visitorId, path });
      changed.call();
      return {
        move(nextPath) {
          if (!open.has(key)) return;
          open.set(key, { visitorId, path: nextPath });
          changed.call();
        },
        leave() {
          if (!open.delete(key)) return;
          lastSeen.set(visitorId, now());
          changed.call();
        },
      };
    },
    async getStats() {
      const { total, unique } = await visits.count();
      const at = new Date(now()).toISOString();
      return { totalVisits: total, uniqueVisitors: unique, ...countOpenPages([...open.values()]), at };
    },
    close: () => changed.cancel(),
  };
}

/** A visitor with two windows is one active visitor; with two windows of one page, one there. */
function countOpenPages(open: readonly { readonly visitorId: string; readonly path: string }[]) {
  const visitorsOf = Map.groupBy(open, ({ path }) => path);
  const pages = [...visitorsOf].map(([path, visitors]) => ({
    path,
    active: new Set(visitors.map(({ visitorId }) => visitorId)).size,
  }));
  return {
    activeVisitors: new Set(open.map(({ visitorId }) => visitorId)).size,
    pages: pages.sort((a, b) => b.active - a.active || (a.path < b.path ? -1 : 1)),
  };
}
