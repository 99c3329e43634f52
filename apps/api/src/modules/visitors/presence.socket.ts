// Socket.IO for the site's pages: a page says which visitor it is and where, and hears the live figures.
import type { Server as HttpServer } from "node:http";
import { Server } from "socket.io";
import { z } from "zod";
import type { EventBus } from "../../events/event-bus.ts";
import type { OriginCheck } from "../../server/origins.ts";
import type { Presence, VisitorStatsParent } from "./presence.ts";

const visitorId = z.string().regex(/^[\w-]{8,64}$/);
const path = z.string().max(200).startsWith("/");
const greeting = z.object({ visitorId, path });
type Greeting = z.infer<typeof greeting>;

/** What pages may send: `page` when they move on. */
interface PageEvents {
  page: (path: unknown) => void;
}
interface ServerEvents {
  stats: (stats: VisitorStatsParent) => void;
}

export interface PresenceSocketOptions {
  readonly http: HttpServer;
  readonly path: string;
  readonly presence: Presence;
  readonly bus: EventBus;
  readonly allowedOrigins: readonly string[];
  readonly isAllowedOrigin: OriginCheck;
  readonly onError: (error: unknown) => void;
}

/** How many pages the site's visitors list shows. */
const shownPages = 20;

/** Returns the function that closes all sockets. */
export function attachPresence(options: PresenceSocketOptions): () => Promise<void> {
  const { presence, bus, onError } = options;
  const io = new Server<PageEvents, ServerEvents, Record<string, never>, { greeting: Greeting }>(options.http, {
    path: options.path,
    serveClient: false,
    // The upgrade router answers unknown upgrades.
    destroyUpgrade: false,
    maxHttpBufferSize: 2_048,
    cors: { origin: [...options.allowedOrigins], credentials: true },
    allowRequest: (request, answer) => answer(null, options.isAllowedOrigin(request)),
  });

  io.use((socket, next) => {
    const { query, auth } = socket.handshake;
    const parsed = greeting.safeParse({ ...query, ...auth });
    if (!parsed.success) return next(new Error("Connect with visitorId (8 to 64 letters, digits, - or _) and path."));
    socket.data.greeting = parsed.data;
    next();
  });
  io.on("connection", (socket) => {
    const page = presence.join(socket.data.greeting.visitorId, socket.data.greeting.path);
    socket.on("page", (next) => {
      const parsed = path.safeParse(next);
      if (parsed.success) page.move(parsed.data);
    });
    socket.on("disconnect", () => page.leave());
    shownStats(presence).then((stats) => socket.emit("stats", stats), onError);
  });
  const unsubscribe = bus.subscribe("visitorsChanged", () => {
    if (io.sockets.sockets.size === 0) return;
    shownStats(presence).then((stats) => io.emit("stats", stats), onError);
  });

  return async () => {
    unsubscribe();
    // Closes the sockets only: the HTTP server is closed by its owner.
    io.disconnectSockets(true);
    io.engine.close();
  };
}

async function shownStats(presence: Presence): Promise<VisitorStatsParent> {
  const stats = await presence.getStats();
  return { ...stats, pages: stats.pages.slice(0, shownPages) };
}
