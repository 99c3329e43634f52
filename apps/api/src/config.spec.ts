import { hostname } from "node:os";
import { describe, expect, it } from "vitest";
import { ConfigError, readConfig } from "./config.ts";

describe("readConfig", () => {
  it("has a default for everything and allows the site by each of its names", () => {
    const config = readConfig({});
    expect(config).toMatchObject({ port: 4000, host: "127.0.0.1", folder: ".matinee", introspection: true });
    expect(config.allowedOrigins).toEqual(
      expect.arrayContaining([
        "http://localhost:3000",
        "http://127.0.0.1:3000",
        `http://${hostname().toLowerCase()}:3000`,
      ]),
    );
  });

  it("takes an empty value as not given and lists origins without their paths", () => {
    const config = readConfig({ PORT: "", CORS_ORIGINS: "https://a.example/x, http://b.example:81" });
    expect(config.port).toBe(4000);
    expect(config.allowedOrigins).toEqual(["https://a.example", "http://b.example:81"]);
  });

  it.each([
    ["PORT", "eighty"],
    ["PORT", "70000"],
    ["SITE_URL", "localhost:3000"],
    ["DATABASE_URL", "mysql://host/db"],
    ["AUTH_SECRET", "short"],
    ["INTROSPECTION", "maybe"],
    ["MATINEE_ENRICHMENT", "sometimes"],
    ["TMDB_API_KEY", "hunter2"],
    ["OMDB_API_KEY", "a key"],
    ["MATINEE_CONTACT", "Ada Lovelace"],
    ["LOG_LEVEL", "loud"],
  ])("refuses %s=%s with a sentence that names it", (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^The option ${name}.*\\.$`));
  });

  it.each(["AUTH_SECRET", "DATABASE_URL", "TMDB_API_KEY", "OMDB_API_KEY"])("never repeats %s", (name) => {
    expect(() => readConfig({ [name]: "hunter 2" })).toThrow(/^(?!.*hunter)/);
  });

  it("takes both kinds of TMDB's keys", () => {
    const token = "eyJhbGciOiJIUzI1NiJ9.eyJhdWQiOiI2N-_.d2hhdGV2ZXI";
    expect(readConfig({ TMDB_API_KEY: ` ${token}\n` }).tmdbKey).toBe(token);
    expect(readConfig({ TMDB_API_KEY: "0123456789abcdef0123456789ABCDEF" }).tmdbKey).toHaveLength(32);
  });
});
