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
    ["LOG_LEVEL", "loud"],
  ])("refuses %s=%s with a sentence that names it", (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^The option ${name}.*\\.$`));
  });

  it("never repeats a secret", () => {
    expect(() => readConfig({ AUTH_SECRET: "hunter2" })).not.toThrow(/hunter2/);
  });
});
