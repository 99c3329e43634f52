import { describe, expect, it } from "vitest";
import { contrast, letteringOn } from "./contrast.ts";
import { genreArt } from "./genre-art.ts";
import { decades } from "./inks.ts";
import { renderPoster } from "./render-poster.ts";
import { varyBy } from "./vary.ts";

const alien = { movieId: 12, title: "Alien", year: 1979, genres: ["Horror", "Sci-Fi"], director: "Ridley Scott" };

const oddTitles = [
  `<Tom & "Jerry's"> ]]> &amp;`,
  "Night of the Day of the Dawn of the Son of the Bride of the Return of the Revenge of the Terror of the Attack of the Evil, Mutant, Alien, Flesh Eating, Hellbound, Zombified Living Dead Part 2",
  "Taumatawhakatangihangakoauauotamateaturipukakapikimaungahoronukupokaiwhenuakitanatahu",
  "Броненосец «Потёмкин»",
  "千と千尋の神隠し",
  "기생충",
  "טרמינל",
  "Amélie\u0000\u0008 \ud800",
  "M",
  "",
  "🎬 The Emoji Movie",
  "W".repeat(80),
];

/** Every composition in every set of inks, by walking the ids until both have been drawn often. */
function* posters() {
  let movieId = 1;
  for (const { names } of genreArt) {
    for (const { from } of decades) {
      for (let turn = 0; turn < 8; turn++) {
        const title = oddTitles[movieId % oddTitles.length];
        yield renderPoster({ movieId: movieId++, title, year: from, genres: [names[0]], director: "Alexander Payne" });
      }
    }
  }
}

describe("renderPoster", () => {
  it("stays within 5 kB and is well formed for every genre, decade and title", () => {
    let count = 0;
    for (const svg of posters()) {
      count++;
      expect(Buffer.byteLength(svg)).toBeLessThanOrEqual(5_000);
      expectWellFormed(svg);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    }
    expect(count).toBeGreaterThan(1000);
  });

  it("gives the same bytes for the same film and other art for another", () => {
    expect(renderPoster(alien)).toBe(renderPoster({ ...alien }));
    const arts = new Set(Array.from({ length: 40 }, (_, movieId) => renderPoster({ ...alien, movieId })));
    expect(arts.size).toBe(40);
  });

  it("names title, director and year, and leaves out what is not known", () => {
    expect(renderPoster(alien)).toMatch(/>Alien<.*>Ridley Scott · 1979</);
    expect(renderPoster({ ...alien, director: null })).toContain(">1979<");
    expect(renderPoster({ ...alien, director: null, year: null }).match(/<text/g)).toHaveLength(1);
  });

  it("escapes what a title holds", () => {
    const svg = renderPoster({ ...alien, title: `<b>&"'` });
    expect(svg).toContain("&#60;b&#62;&#38;&#34;&#39;");
    expect(renderPoster({ ...alien, director: "A<B" })).toContain("A&#60;B");
  });

  it("draws the leading genre, whatever the order, and something where none is known", () => {
    expect(renderPoster({ ...alien, genres: ["Sci-Fi", "Horror"] })).toBe(renderPoster(alien));
    expect(renderPoster({ ...alien, genres: ["Western"] })).not.toBe(renderPoster(alien));
    expect(renderPoster({ ...alien, genres: [] })).toBe(renderPoster({ ...alien, genres: ["Drama"] }));
  });
});

describe("inks", () => {
  const everyInks = decades.flatMap(({ inks }) => inks);

  it.each(everyInks)(
    "letters at 4.5 : 1 or more on every ground a composition names: $paper $first $second",
    (inks) => {
      for (const { compositions } of genreArt) {
        for (const composition of compositions) {
          const { on } = composition(inks, varyBy(1)).lettering;
          expect(contrast(on, letteringOn(on, inks)), `${composition.name} on ${on}`).toBeGreaterThanOrEqual(4.5);
        }
      }
    },
  );

  it("measures contrast as WCAG does", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  });

  it("has at least eight genres with two compositions", () => {
    expect(genreArt.filter(({ compositions }) => compositions.length >= 2).length).toBeGreaterThanOrEqual(8);
  });
});

/** Tags nest and close, attributes are quoted, text holds no bare markup and no character XML forbids. */
function expectWellFormed(svg: string): void {
  const open: string[] = [];
  const token = /<(\/?)([a-z]+)((?: [a-z:A-Z-]+="[^"<&]*")*)(\/?)>|([^<&]|&#\d+;)/uy;
  while (token.lastIndex < svg.length) {
    const at = token.lastIndex;
    const found = token.exec(svg);
    if (!found) throw new Error(`Not well formed at ${at}: ${svg.slice(at, at + 60)}`);
    const [, closing, name, , selfClosing] = found;
    if (closing) expect(open.pop()).toBe(name);
    else if (name && !selfClosing) open.push(name);
  }
  expect(open).toEqual([]);
  expect(svg).not.toMatch(/(?!\n)[\p{Cc}\p{Cs}]/u);
}
