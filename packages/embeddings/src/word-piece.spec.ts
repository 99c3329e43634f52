import { readFileSync } from "node:fs";
import { join } from "node:path";
import { AutoTokenizer, env } from "@xenova/transformers";
import { describe, expect, it } from "vitest";
import { createVariedTexts } from "./varied-texts.fixture.ts";
import { createTokenizer, splitWords } from "./word-piece.ts";

const vocabulary = ["[PAD]", "[UNK]", "un", "##aff", "##able", "aff", "a", "##b", "run", "##ning", "!", "電"];
const tokenize = createTokenizer(vocabulary);
const toPieces = (text: string) => tokenize(text).map((id) => vocabulary[id]);

describe("splitWords", () => {
  it("lowers case and strips accents", () => {
    expect(splitWords("Amélie ÀLA carte")).toEqual(["amelie", "ala", "carte"]);
  });

  it("sets punctuation and symbols of ASCII alone", () => {
    expect(splitWords("Ocean's $11—what?")).toEqual(["ocean", "'", "s", "$", "11", "—", "what", "?"]);
  });

  it("sets each CJK character alone, also beyond 16 bits, but not kana", () => {
    expect(splitWords("七人の侍𠀋x")).toEqual(["七", "人", "の", "侍", "𠀋", "x"]);
  });

  it("drops control and format characters and treats any white space as a gap", () => {
    expect(splitWords("so\u00adft\u200b ha\u0000rd\u00a0gap\ttab\nline\ufffd")).toEqual([
      "soft",
      "hard",
      "gap",
      "tab",
      "line",
    ]);
  });

  it("finds nothing in nothing", () => {
    expect(splitWords("")).toEqual([]);
    expect(splitWords(" \n\t\u3000")).toEqual([]);
  });
});

describe("createTokenizer", () => {
  it("takes the longest piece first and marks continuations", () => {
    expect(toPieces("unaffable running! AB")).toEqual(["un", "##aff", "##able", "run", "##ning", "!", "a", "##b"]);
  });

  it("makes a word that pieces do not spell to its end one [UNK]", () => {
    expect(toPieces("unaffx run")).toEqual(["[UNK]", "run"]);
  });

  it("makes a word of more than 100 characters one [UNK]", () => {
    expect(toPieces(`a${"b".repeat(99)}`)).toHaveLength(100);
    expect(toPieces(`a${"b".repeat(100)}`)).toEqual(["[UNK]"]);
  });

  it("reads the name of a special token as text", () => {
    expect(toPieces("[PAD]")).toEqual(["[UNK]", "[UNK]", "[UNK]"]);
  });

  it("refuses a vocabulary without [UNK]", () => {
    expect(() => createTokenizer(["a"])).toThrow("no [UNK]");
  });
});

const modelsFolder = process.env.TEST_MODELS;

describe.skipIf(!modelsFolder)("beside the tokenizer of Transformers.js (needs TEST_MODELS)", () => {
  it("gives the same tokens for hundreds of varied texts", async () => {
    env.allowRemoteModels = false;
    env.localModelPath = modelsFolder!;
    const reference = await AutoTokenizer.from_pretrained("Xenova/all-MiniLM-L6-v2");
    const path = join(modelsFolder!, "Xenova/all-MiniLM-L6-v2/tokenizer.json");
    const ids: Record<string, number> = JSON.parse(readFileSync(path, "utf8")).model.vocab;
    const ours = createTokenizer(Object.keys(ids).sort((a, b) => ids[a] - ids[b]));
    const texts = createVariedTexts(600);
    expect(texts.length).toBe(600);
    for (const text of texts) {
      expect(ours(text), text).toEqual(reference.encode(text, { add_special_tokens: false }));
    }
  });
});
