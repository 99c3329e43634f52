// Values as Python prints them, which some published tables hold in their cells: [{'id': 16, 'name': "Ocean's"}].

const maximumDepth = 20;
const escapes: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  a: "\x07",
  b: "\b",
  f: "\f",
  v: "\v",
  "0": "\0",
  "\n": "",
};
const hexLengths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
const constants: Readonly<Record<string, unknown>> = { None: null, True: true, False: false, nan: null };

/**
 * Lists, tuples, dictionaries with text keys, texts, numbers, None, True and False; nothing is evaluated.
 * @throws SyntaxError naming the place, from 0
 */
export function parsePythonLiteral(text: string): unknown {
  const parser = createParser(text);
  const value = parser.value(0);
  parser.end();
  return value;
}

function createParser(text: string) {
  let at = 0;
  const fail = (): never => {
    throw new SyntaxError(`no Python value at place ${at}`);
  };
  const skipSpace = () => {
    while (text[at] === " " || text[at] === "\n" || text[at] === "\r" || text[at] === "\t") at++;
  };
  const take = (character: string): boolean => {
    skipSpace();
    if (text[at] !== character) return false;
    at++;
    return true;
  };
  const match = (expression: RegExp): string => {
    expression.lastIndex = at;
    const found = expression.exec(text)?.[0] ?? "";
    at += found.length;
    return found;
  };

  /** What stands between brackets, separated by commas; one may follow the last. */
  const sequence = (close: string, item: () => void) => {
    while (!take(close)) {
      item();
      if (take(",")) continue;
      if (!take(close)) fail();
      return;
    }
  };

  const list = (close: string, depth: number): unknown[] => {
    const items: unknown[] = [];
    sequence(close, () => items.push(value(depth + 1)));
    return items;
  };

  const dictionary = (depth: number): Record<string, unknown> => {
    const entries: [string, unknown][] = [];
    sequence("}", () => {
      const key = value(depth + 1);
      if (typeof key !== "string" || !take(":")) fail();
      entries.push([String(key), value(depth + 1)]);
    });
    // Not by assignment: a key "__proto__" is a key like any other.
    return Object.fromEntries(entries);
  };

  const string = (quote: string): string => {
    const parts: string[] = [];
    for (;;) {
      parts.push(match(quote === "'" ? /[^'\\]*/y : /[^"\\]*/y));
      if (at >= text.length) fail();
      if (text[at++] === quote) return parts.join("");
      parts.push(escaped());
    }
  };

  const escaped = (): string => {
    const letter = text[at++];
    const length = hexLengths[letter];
    if (length === undefined) return escapes[letter] ?? (/["'\\]/.test(letter) ? letter : `\\${letter}`);
    const code = Number.parseInt(match(new RegExp(`[0-9a-fA-F]{${length}}`, "y")) || "x", 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : fail();
  };

  const value = (depth: number): unknown => {
    if (depth > maximumDepth) fail();
    skipSpace();
    const start = text[at];
    if (start === "[" || start === "(" || start === "{") {
      at++;
      return start === "{" ? dictionary(depth) : list(start === "[" ? "]" : ")", depth);
    }
    if (start === "'" || start === '"') {
      at++;
      return string(start);
    }
    const word = match(/[A-Za-z]+/y);
    if (word !== "") return Object.hasOwn(constants, word) ? constants[word] : fail();
    const number = match(/[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y);
    return number === "" ? fail() : Number(number);
  };

  return {
    value,
    end() {
      skipSpace();
      if (at < text.length) fail();
    },
  };
}
