import { describe, expect, it } from "vitest";
import { parsePythonLiteral } from "./python-literal.ts";

describe("a Python literal", () => {
  it.each<[string, unknown]>([
    ["[]", []],
    [
      "[{'id': 16, 'name': 'Animation'}, {'id': 35, 'name': \"Director's Cut\"}]",
      [
        { id: 16, name: "Animation" },
        { id: 35, name: "Director's Cut" },
      ],
    ],
    ["{'a': None, 'b': True, 'c': False, 'd': -1.5e3,}", { a: null, b: true, c: false, d: -1500 }],
    [String.raw`'it\'s \"so\" \\ \n\x41\u00e9\U0001F600\q'`, 'it\'s "so" \\ \nAé😀\\q'],
    ["('a', ('b',), ())", ["a", ["b"], []]],
    [' [ "\'" , 7 ] ', ["'", 7]],
    ["'七人の侍'", "七人の侍"],
    ["{'__proto__': 1}", JSON.parse('{"__proto__": 1}')],
  ])("%s", (text, expected) => {
    expect(parsePythonLiteral(text)).toEqual(expected);
  });

  it.each([
    "",
    "[",
    "[1",
    "[1 2]",
    "[,]",
    "{'a'}",
    "{1: 2}",
    "'open",
    String.raw`'\u12'`,
    String.raw`'\UFFFFFFFF'`,
    "import os",
    "[1] [2]",
    "constructor",
    "[".repeat(50),
    "'a' + 'b'",
  ])("refuses %j", (text) => {
    expect(() => parsePythonLiteral(text)).toThrow(SyntaxError);
  });
});
