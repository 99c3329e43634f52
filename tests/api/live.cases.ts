// Visitors: pages by Socket.IO, figures by subscription and query.
import { type Client, createClient } from "graphql-ws";
import { io, type Socket } from "socket.io-client";
import { afterEach, describe, expect, it } from "vitest";
import { askData, contractOperation, signIn } from "./api-client.ts";
import { siteOrigin } from "./api-process.messages.ts";

export function liveCases(url: () => string): void {
  describe("live", () => {
    const pages: Socket[] = [];
    const clients: Client[] = [];
    afterEach(async () => {
      for (const page of pages.splice(0)) page.disconnect();
      await Promise.all(clients.splice(0).map((client) => client.dispose()));
    });

    function openPage(visitorId: string, path: string): Socket {
      const page = io(url(), {
        auth: { visitorId, path },
        extraHeaders: { origin: siteOrigin },
        transports: ["websocket"],
        reconnection: false,
      });
      pages.push(page);
      return page;
    }

    function connect(token?: string): Client {
      const client = createClient({
        url: `${url().replace("http", "ws")}/graphql`,
        retryAttempts: 0,
        ...(token ? { connectionParams: { authorization: `Bearer ${token}` } } : {}),
      });
      clients.push(client);
      return client;
    }

    it("a subscription begins with the current state and follows pages that open, move and close", async () => {
      const before = (await askData(url(), "VisitorStats")).visitorStats;
      const stream = connect().iterate<{ visitorStats: typeof before }>({ query: contractOperation("OnVisitorStats") });
      const next = async (isWanted: (stats: typeof before) => boolean) => {
        for await (const { data } of { [Symbol.asyncIterator]: () => ({ next: () => stream.next() }) }) {
          if (isWanted(data!.visitorStats)) return data!.visitorStats;
        }
      };
      expect(await next(() => true)).toMatchObject({ activeVisitors: 0, pages: [], totalVisits: before.totalVisits });

      const page = openPage("visitor-one", "/movies/heat-1995");
      const opened = await next(({ totalVisits }) => totalVisits > before.totalVisits);
      expect(opened).toMatchObject({ activeVisitors: 1, pages: [{ path: "/movies/heat-1995", active: 1 }] });
      expect(opened.uniqueVisitors).toBe(before.uniqueVisitors + 1);

      page.emit("page", "/for-you");
      expect(await next(({ pages: [first] }) => first?.path === "/for-you")).toMatchObject({ activeVisitors: 1 });
      page.disconnect();
      expect(await next(({ activeVisitors }) => activeVisitors === 0)).toMatchObject({ pages: [] });
      await stream.return?.();
    });

    it("pages hear the figures", async () => {
      const page = openPage("visitor-two", "/");
      const stats = await new Promise<{ activeVisitors: number }>((resolve) => page.once("stats", resolve));
      expect(stats.activeVisitors).toBeGreaterThanOrEqual(1);
    });

    it.each([
      { visitorId: "short", path: "/" },
      { visitorId: "visitor-three", path: "no-slash" },
      { visitorId: "visitor-three" },
    ])("a page that introduces itself as %j is refused", async (auth) => {
      const page = io(url(), { auth, transports: ["websocket"], reconnection: false });
      pages.push(page);
      const error = await new Promise<Error>((resolve) => page.once("connect_error", resolve));
      expect(error.message).toContain("visitorId");
    });

    it("a socket answers queries as its token's viewer", async () => {
      const token = await signIn(url());
      const { viewer } = await askData(url(), "{ viewer { id } }", {}, { token });
      const { value } = await connect(token).iterate({ query: "{ viewer { id } }" }).next();
      expect(value.data).toEqual({ viewer });
    });
  });
}
