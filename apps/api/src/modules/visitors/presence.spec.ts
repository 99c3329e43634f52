import { describe, expect, it } from "vitest";
import { createEventBus } from "../../events/event-bus.ts";
import { createPresence } from "./presence.ts";

function setUp() {
  const recorded: string[] = [];
  let time = 0;
  const presence = createPresence({
    visits: {
      record: async (visitorId) => void recorded.push(visitorId),
      count: async () => ({ total: recorded.length, unique: new Set(recorded).size }),
    },
    bus: createEventBus(),
    onError: (error) => {
      throw error;
    },
    now: () => time,
  });
  const advance = (minutes: number) => {
    time += minutes * 60_000;
  };
  return { presence, recorded, advance };
}

describe("presence", () => {
  it("counts visitors, not windows, and orders pages by their visitors", async () => {
    const { presence } = setUp();
    presence.join("ada", "/");
    presence.join("ada", "/");
    presence.join("ada", "/search");
    presence.join("bob", "/search").move("/for-you");
    presence.join("eve", "/search");
    const stats = await presence.getStats();
    expect(stats).toMatchObject({ activeVisitors: 3, totalVisits: 3, uniqueVisitors: 3 });
    expect(stats.pages).toEqual([
      { path: "/search", active: 2 },
      { path: "/", active: 1 },
      { path: "/for-you", active: 1 },
    ]);
    presence.close();
  });

  it("forgets a page that is left, also when it is left twice", async () => {
    const { presence } = setUp();
    const page = presence.join("ada", "/");
    page.leave();
    page.leave();
    page.move("/late");
    expect(await presence.getStats()).toMatchObject({ activeVisitors: 0, pages: [] });
    presence.close();
  });

  it("begins a new visit only half an hour after the last page was left", () => {
    const { presence, recorded, advance } = setUp();
    presence.join("ada", "/").leave();
    advance(29);
    presence.join("ada", "/").leave();
    expect(recorded).toEqual(["ada"]);
    advance(31);
    presence.join("ada", "/");
    expect(recorded).toEqual(["ada", "ada"]);
    presence.close();
  });
});
