// Texts for comparing tokenizers: words of many scripts, numbers, marks and oddities, put together by a seeded shuffle.

const words = [
  ..."The detective's widow didn't re-open Inception (2010) at $9.99/night e.g. U.S.A. #1 @home 50% O'Brien".split(" "),
  ..."antidisestablishmentarianism supercalifragilistic Schwarzenegger Kieślowski Almodóvar naïve façade Ænigma".split(
    " ",
  ),
  ..."Amélie Æon Flux Groß İstanbul ﬁnale Ångström Dvořák œuvre ĳssel ǅ ſhip Ǻ e\u0301clair n\u0303andu".split(" "),
  ..."Сталкер Ёлки Андрей Тарковский Ирония судьбы ΑΓΓΕΛΟΣ Όμηρος Հայաստան ქართული".split(" "),
  ..."七人の侍 千と千尋 ゴジラ ドラえもん が ぱ 기생충 올드보이 霸王別姬 《大紅燈籠》 ＡＢＣ １２３ 。、".split(" "),
  ..."فيلم عَرَبِي שָׁלוֹם हिन्दी फ़िल्म ไทย தமிழ் বাংলা".split(" "),
  ..."1984 3.14159 2001: 12:30 ½ ² ™ € £ ¥ © ° § ¿ ¡ « » “quoted” ‘single’ … – — ・ ‐ ~tilde^caret`tick |pipe=x+y<z>".split(
    " ",
  ),
  ..."😀 🎬 👨‍👩‍👧 🇫🇷 ♥ ★★★★½ → ∞ 𝒜𝓁𝑔 \u00adsoft zero\u200bwidth \u200ejoin\u2060ed".split(" "),
  ..."a A z Z 0 x1y2 CamelCase snake_case kebab-case http://example.org/film?id=7&x=%20 user@example.org ##ing [x]".split(
    " ",
  ),
  "x".repeat(100),
  "y".repeat(101),
  "ab".repeat(60),
];
const gaps = [" ", " ", " ", " ", "  ", "\n", "\t", "\u00a0", "\u3000", "\u2028", "", "-", ", ", ". "];

/** `count` texts of 1 to 30 words, always the same. */
export function createVariedTexts(count: number): string[] {
  let state = 12345;
  const next = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + next(30) }, () => words[next(words.length)] + gaps[next(gaps.length)]).join(""),
  );
}
