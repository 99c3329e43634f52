import { describe, expect, it } from "vitest";
import { describeMatches } from "./matches.ts";

describe("describeMatches", () => {
  it("says what matched, strongest first", () => {
    expect(describeMatches(["SEMANTIC", "TITLE"])).toBe("Matched the title and what it is about");
    expect(describeMatches(["KEYWORD"])).toBe("Matched words of the story or genre");
  });
});
