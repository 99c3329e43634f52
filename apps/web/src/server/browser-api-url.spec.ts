import { describe, expect, it } from "vitest";
import { browserApiUrl } from "./browser-api-url.ts";

const given = { publicUrl: undefined, serverUrl: "http://localhost:4100", siteHost: null, siteProtocol: null };

describe("browserApiUrl", () => {
  it("takes the API's port on the host that the visitor sees", () => {
    expect(browserApiUrl({ ...given, siteHost: "192.168.1.7:3000" })).toBe("http://192.168.1.7:4100");
    expect(browserApiUrl({ ...given, siteHost: "films.example", siteProtocol: "https" })).toBe(
      "https://films.example:4100",
    );
    expect(browserApiUrl({ ...given, siteHost: "[::1]:3000" })).toBe("http://[::1]:4100");
  });

  it("prefers the address that is given", () => {
    expect(browserApiUrl({ ...given, publicUrl: "https://api.films.example/", siteHost: "films.example" })).toBe(
      "https://api.films.example",
    );
  });

  it("keeps the server's address without a host", () => {
    expect(browserApiUrl(given)).toBe("http://localhost:4100");
  });
});
