// A film's poster where no picture of one is at hand: flat inks on paper, as SVG.
import { characterWidth } from "./character-widths.ts";
import { letteringOn } from "./contrast.ts";
import { compositionsFor } from "./genre-art.ts";
import { inksOf } from "./inks.ts";
import type { Inks, Lettering } from "./poster.types.ts";
import { LEADING, layTitle } from "./title-lines.ts";
import { pick, varyBy } from "./vary.ts";

/** Part of a poster's url: raised whenever the same film would be drawn differently, so that caches fetch it anew. */
export const posterVersion = "1";

export interface PosterFilm {
  readonly movieId: number;
  readonly title: string;
  readonly year: number | null;
  /** Names of genres, as the site shows them. */
  readonly genres: readonly string[];
  readonly director: string | null;
}

/**
 * An SVG of 400 × 600, at most 5 kB: the composition by leading genre and id, the inks by decade and id. Pure: the same
 * film always gives the same bytes.
 */
export function renderPoster(film: PosterFilm): string {
  const vary = varyBy(film.movieId);
  const inks = inksOf(film.year, vary);
  const { ground, shapes, lettering } = pick(compositionsFor(film.genres), vary)(inks, vary);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 600" width="400" height="600">` +
    `<path d="M0 0H400V600H0Z" fill="${ground}"/>${shapes}${letter(film, lettering, inks)}</svg>`
  );
}

const MARGIN = 30;
const TITLE_BOX = { width: 400 - 2 * MARGIN, height: 142 };
const CREDIT_SIZE = 16;
/** Baselines of the small line: above a title at the top, below one at the bottom. */
const CREDIT_AT = { top: 48, bottom: 576 };
/** Fraunces where it is installed (an image loads no web fonts), then bold old-style faces that most machines have. */
const FACES =
  "Fraunces,'Hoefler Text','Iowan Old Style','Palatino Linotype',Palatino,Georgia,'Noto Serif','Liberation Serif',serif";

function letter({ title, year, director }: PosterFilm, { zone, on, align }: Lettering, inks: Inks): string {
  const { lines, size } = layTitle(title, TITLE_BOX);
  const x = align === "start" ? MARGIN : 200;
  const leading = size * LEADING;
  const firstLine =
    zone === "top" ? CREDIT_AT.top + 14 + size * 0.82 : CREDIT_AT.bottom - 32 - (lines.length - 1) * leading;
  const spans = lines.map((text, index) => {
    return `<tspan x="${x}" y="${Math.round(firstLine + index * leading)}">${escapeXml(text)}</tspan>`;
  });
  const credit = [director && shorten(director, TITLE_BOX.width - 80), year || undefined].filter(Boolean).join(" · ");
  const small = `<text x="${x}" y="${CREDIT_AT[zone]}" font-size="${CREDIT_SIZE}" font-weight="600">${escapeXml(credit)}</text>`;
  return (
    `<g fill="${letteringOn(on, inks)}" font-family="${FACES}" text-anchor="${align}">` +
    `<text font-size="${size}" font-weight="700" letter-spacing="-.01em">${spans.join("")}</text>${credit && small}</g>`
  );
}

function shorten(text: string, width: number): string {
  let used = 0;
  let kept = "";
  for (const character of text.replace(/\s+/g, " ").trim()) {
    used += characterWidth(character) * CREDIT_SIZE;
    if (used > width) return `${kept.trimEnd()}…`;
    kept += character;
  }
  return kept;
}

/** Also drops what XML 1.0 cannot hold. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/[<>&"']/g, (character) => `&#${character.codePointAt(0)};`);
}
