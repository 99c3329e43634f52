import { describe, expect, it } from "vitest";
import { splitAtTitle } from "./sentence.ts";

describe("splitAtTitle", () => {
  it("finds the longest title that the sentence names", () => {
    expect(splitAtTitle("Because you gave Alien 3 five stars", ["Alien", "Alien 3", "Heat"])).toEqual([
      { text: "Because you gave ", isTitle: false },
      { text: "Alien 3", isTitle: true },
      { text: " five stars", isTitle: false },
    ]);
  });

  it("leaves a sentence without a title whole", () => {
    expect(splitAtTitle("Loved by almost everyone", ["Alien"])).toEqual([
      { text: "Loved by almost everyone", isTitle: false },
    ]);
  });

  it("drops empty parts", () => {
    expect(splitAtTitle("Alien and its kin", ["Alien"]).map((part) => part.text)).toEqual(["Alien", " and its kin"]);
  });
});
