// The lockfile holds the versions that mend known vulnerabilities, and installs on every platform.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly link?: boolean;
}

const lock: { packages: Record<string, LockedPackage> } = JSON.parse(
  readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8"),
);

/** Lowest version without a known vulnerability of weight in what we use it for. */
const securityFloors: Record<string, string> = {
  next: "16.3.3",
  "@apollo/server": "5.5.0",
  ws: "8.21.1",
  "socket.io": "4.8.0",
  "better-auth": "1.7.0",
  protobufjs: "7.5.0",
  sharp: "0.33.5",
};

function isAtLeast(version: string, floor: string): boolean {
  const [actual, wanted] = [version, floor].map((text) => text.split("-")[0]!.split(".").map(Number));
  for (let part = 0; part < 3; part++) {
    if (actual![part]! !== wanted![part]!) return actual![part]! > wanted![part]!;
  }
  return true;
}

function listVersions(name: string): string[] {
  return Object.entries(lock.packages)
    .filter(([path]) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`))
    .flatMap(([, entry]) => entry.version ?? []);
}

describe("package-lock.json", () => {
  it.each(Object.entries(securityFloors))("holds no %s below %s", (name, floor) => {
    const versions = listVersions(name);
    expect(versions).not.toHaveLength(0);
    expect(versions.filter((version) => !isAtLeast(version, floor))).toEqual([]);
  });

  it("holds graphql 16 once, the line Apollo Server supports", () => {
    expect(listVersions("graphql")).toEqual([expect.stringMatching(/^16\./)]);
  });

  it("pins Node 24 for the platforms named in the README", () => {
    for (const platform of ["linux-x64", "linux-arm64", "bin-darwin-arm64", "win-x64"]) {
      expect(listVersions(`node-${platform}`), platform).toEqual([expect.stringMatching(/^24\./)]);
    }
  });

  it("names no registry's host, so that it installs from any mirror", () => {
    const hosts = Object.values(lock.packages).flatMap((entry) => (entry.link ? [] : (entry.resolved ?? [])));
    expect(hosts).toEqual([]);
  });
});
