import { describe, expect, it } from "vitest";
import { readStrategy } from "./strategies.ts";

describe("readStrategy", () => {
  it("reads the slug of the address", () => {
    expect(readStrategy("content")).toBe("CONTENT");
  });

  it("falls back to AUTO for nothing, nonsense and lists", () => {
    expect([undefined, "CONTENT", "x", ["content", "hybrid"]].map(readStrategy)).toEqual([
      "AUTO",
      "AUTO",
      "AUTO",
      "AUTO",
    ]);
  });
});
