interface Addresses {
  /** The API's address as browsers see it, where it is given. */
  readonly publicUrl: string | undefined;
  /** The API's address as this server sees it. */
  readonly serverUrl: string;
  /** The host, and port, under which the visitor sees the site. */
  readonly siteHost: string | null;
  /** The protocol with which the visitor sees the site, without colon. */
  readonly siteProtocol: string | null;
}

/** The API as a visitor's browser reaches it: where it is not given, the API's port on the host of the site. */
export function browserApiUrl({ publicUrl, serverUrl, siteHost, siteProtocol }: Addresses): string {
  if (publicUrl) return new URL(publicUrl).origin;
  const url = new URL(serverUrl);
  if (siteHost) {
    const site = new URL(`${siteProtocol ?? "http"}://${siteHost}`);
    url.protocol = site.protocol;
    url.hostname = site.hostname;
  }
  return url.origin;
}
