// Decides which socket an upgrade is for. Socket.IO answers its own path; everything unknown gets a 404.
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import type { WebSocketServer } from "ws";
import type { OriginCheck } from "./origins.ts";

export interface UpgradeRoutes {
  readonly graphqlPath: string;
  readonly graphqlSockets: WebSocketServer;
  /** Handled by Socket.IO's own listener. */
  readonly presencePath: string;
  readonly isAllowedOrigin: OriginCheck;
}

/** Returns the function that stops routing. */
export function routeUpgrades(server: Server, routes: UpgradeRoutes): () => void {
  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const path = request.url?.split("?")[0];
    if (path?.startsWith(routes.presencePath)) return;
    if (path !== routes.graphqlPath) return refuse(socket, "404 Not Found");
    if (!routes.isAllowedOrigin(request)) return refuse(socket, "403 Forbidden");
    routes.graphqlSockets.handleUpgrade(request, socket, head, (opened) => {
      routes.graphqlSockets.emit("connection", opened, request);
    });
  };
  server.on("upgrade", onUpgrade);
  return () => server.off("upgrade", onUpgrade);
}

function refuse(socket: Duplex, status: string): void {
  socket.on("error", () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
