import { describe, expect, it } from "vitest";
import { splitAtTitles } from "./sentence.ts";

const titlesIn = (sentence: string, titles: readonly string[]) =>
  splitAtTitles(sentence, titles).flatMap((part) => (part.isTitle ? [part.text] : []));

describe("splitAtTitles", () => {
  it("finds every title and prefers the longer of two", () => {
    expect(titlesIn("Because you gave Alien 3 and Heat five stars", ["Alien", "Heat", "Alien 3"])).toEqual([
      "Alien 3",
      "Heat",
    ]);
  });

  it("keeps the whole sentence, with the place of each part", () => {
    const sentence = "Heat and its kin";
    const parts = splitAtTitles(sentence, ["Heat"]);
    expect(parts.map((part) => part.text)).toEqual(["Heat", " and its kin"]);
    for (const { start, text } of parts) expect(sentence.slice(start, start + text.length)).toBe(text);
  });

  it("takes whole words only, and titles with any signs literally", () => {
    expect(titlesIn("Upbeat films for those who gave Up four stars", ["Up"])).toEqual(["Up"]);
    expect(
      titlesIn("Because of M*A*S*H (a.k.a. MASH) and Fahrenheit 9/11", ["M*A*S*H (a.k.a. MASH)", "Fahrenheit 9/11"]),
    ).toEqual(["M*A*S*H (a.k.a. MASH)", "Fahrenheit 9/11"]);
    expect(titlesIn("Because of Face-Off", ["Face-Off"])).toEqual(["Face-Off"]);
  });

  it("leaves a sentence without a title whole", () => {
    expect(splitAtTitles("Loved by almost everyone", ["Alien", ""])).toEqual([
      { start: 0, text: "Loved by almost everyone", isTitle: false },
    ]);
    expect(splitAtTitles("Loved by all", [])).toHaveLength(1);
  });
});
