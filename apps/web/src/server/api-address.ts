import "server-only";
import { headers } from "next/headers";
import { browserApiUrl } from "./browser-api-url.ts";

/** The API as this server reaches it. Read at each request, so that a built site serves any port. */
export function getServerApiUrl(): string {
  return process.env.MATINEE_API_URL || "http://localhost:4000";
}

/** The API as the browser of this request reaches it. */
export async function getBrowserApiUrl(): Promise<string> {
  const requestHeaders = await headers();
  return browserApiUrl({
    publicUrl: process.env.MATINEE_PUBLIC_API_URL,
    serverUrl: getServerApiUrl(),
    siteHost: requestHeaders.get("x-forwarded-host") ?? requestHeaders.get("host"),
    siteProtocol: requestHeaders.get("x-forwarded-proto"),
  });
}
