// Which pages may talk to the API: the same list for CORS, sockets and presence.
import type { IncomingMessage } from "node:http";

/** Decides for a request by its Origin. A request without one comes from no page and is let through. */
export type OriginCheck = (request: IncomingMessage) => boolean;

export function createOriginCheck(allowedOrigins: readonly string[]): OriginCheck {
  const allowed = new Set(allowedOrigins);
  return ({ headers }) => headers.origin === undefined || allowed.has(headers.origin);
}
