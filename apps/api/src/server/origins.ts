// Which pages may talk to the API: the same list for CORS, sockets and presence.
import type { IncomingMessage } from "node:http";
import { originsOf } from "../config.ts";

/** Decides for a request by its Origin. A request without one comes from no page and is let through. */
export type OriginCheck = (request: IncomingMessage) => boolean;

/** `getApiUrl`: the API's own address, whose pages (the playground) are let in as well. */
export function createOriginCheck(allowedOrigins: readonly string[], getApiUrl: () => string): OriginCheck {
  const allowed = new Set(allowedOrigins);
  return ({ headers: { origin } }) =>
    origin === undefined || allowed.has(origin) || originsOf(getApiUrl()).includes(origin);
}
