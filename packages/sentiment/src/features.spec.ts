import { describe, expect, it } from "vitest";
import { listBuckets, type VisitFeatures, visitPhrases, visitPieces } from "./features.ts";
import { splitWords } from "./words.ts";

/** The words of each feature, those of a gap joined by "_". */
function listFeatures(text: string, visitFeatures: VisitFeatures): string[] {
  const words = splitWords(text);
  const features: string[] = [];
  visitFeatures(words, (_hash, first, count, step) => {
    const own = Array.from({ length: count }, (_, at) => words[first + at * step]);
    features.push(own.join(step === 2 ? " _ " : " "));
  });
  return features.sort();
}
const buckets = (text: string, visitFeatures = visitPhrases) => listBuckets(splitWords(text), visitFeatures, 2 ** 20);

describe("splitWords", () => {
  it("hears neither case, accents, tags nor the form of an apostrophe", () => {
    expect(splitWords("It’s AMÉLIE!<br />Didn't\u00a0I say…")).toEqual([
      "it's",
      "amelie",
      "!",
      "didn't",
      "i",
      "say",
      "...",
    ]);
    expect(splitWords("it's amelie !")).toEqual(splitWords("It’s Amélie!"));
  });

  it("keeps what only looks like a tag", () => {
    expect(splitWords("8 < 10, I <3 it")).toEqual(["8", "<", "10", ",", "i", "<", "3", "it"]);
  });

  it("finds nothing in nothing", () => {
    expect(splitWords(" \n")).toEqual([]);
  });
});

describe("visitPhrases", () => {
  it("takes runs of up to three words and pairs with a gap", () => {
    expect(listFeatures("a fine old film", visitPhrases)).toEqual(
      [
        "a",
        "fine",
        "old",
        "film",
        "a fine",
        "fine old",
        "old film",
        "a _ old",
        "fine _ film",
        "a fine old",
        "fine old film",
      ].sort(),
    );
  });

  it("hears a negation up to the end of its clause", () => {
    const plain = buckets("it was good , very good").length;
    expect(buckets("it never good , very good").length).toBe(plain + 1);
    expect(new Set(buckets("not good")).size).toBe(4);
  });

  it("gives the order of words a meaning", () => {
    expect(buckets("bad film")).not.toEqual(buckets("film bad"));
  });

  it("counts a feature once however often it occurs", () => {
    expect(buckets("good good good good")).toHaveLength(4);
  });
});

describe("visitPieces", () => {
  it("lets a word share pieces with its relatives", () => {
    const funny = new Set(buckets("unfunny", visitPieces));
    const shared = buckets("unfunniest", visitPieces).filter((bucket) => funny.has(bucket));
    expect(shared.length).toBeGreaterThanOrEqual(5);
    expect(buckets("film", visitPieces)).toHaveLength(1);
  });
});
