// Breaks a title into balanced lines and finds the largest size at which they fit.
import { characterWidth, lineWidth } from "./character-widths.ts";

export interface TitleLines {
  readonly lines: readonly string[];
  /** Font size in units of the sheet. */
  readonly size: number;
}

export interface TitleBox {
  readonly width: number;
  readonly height: number;
}

const LARGEST = 88;
/** Still legible on a poster 96 pixels wide. */
const SMALLEST = 27;
/** As many as fit the height at the smallest size. */
const LINES_AT_MOST = 5;
/** Baseline to baseline, in sizes. */
export const LEADING = 1.02;

/** Words too long for a line are broken; a title too long even at the smallest size ends in an ellipsis. */
export function layTitle(title: string, box: TitleBox): TitleLines {
  const parts = breakable(title.normalize("NFC").replace(/\s+/g, " ").trim() || "Untitled", box.width / SMALLEST - 1);
  const whole = largest(parts, box);
  if (whole.size >= SMALLEST) return whole;
  let [kept, tooMany] = [1, parts.length];
  while (tooMany - kept > 1) {
    const middle = (kept + tooMany) >> 1;
    if (largest(shortened(parts, middle), box).size >= SMALLEST) kept = middle;
    else tooMany = middle;
  }
  return largest(shortened(parts, kept), box);
}

/** A piece of a title that stays on one line; a space stands before it unless it begins the line or joins the last. */
interface Part {
  readonly text: string;
  readonly spaced: boolean;
  /** In sizes. */
  readonly width: number;
}

const ideograph = "\\u2e80-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff\\uff00-\\uffef";
const pieces = new RegExp(`[${ideograph}]|[^${ideograph}]+`, "gu");

/** A line may end at spaces, between ideographs, and inside words that are wider than `width` sizes. */
function breakable(title: string, width: number): Part[] {
  return title.split(" ").flatMap((word) => {
    const cuts = (word.match(pieces) ?? []).flatMap((piece) => cut(piece, width));
    return cuts.map((text, index) => ({ text, spaced: index === 0, width: lineWidth(text) }));
  });
}

function cut(word: string, width: number): string[] {
  const cuts = [""];
  let used = 0;
  for (const character of word) {
    used += characterWidth(character);
    if (used > width) {
      cuts.push("");
      used = characterWidth(character);
    }
    cuts[cuts.length - 1] += character;
  }
  return cuts;
}

function shortened(parts: readonly Part[], kept: number): Part[] {
  const last = parts[kept - 1];
  return [...parts.slice(0, kept - 1), { ...last, text: `${last.text}…`, width: last.width + lineWidth("…") }];
}

function largest(parts: readonly Part[], box: TitleBox): TitleLines {
  let best: TitleLines = { lines: [], size: 0 };
  for (let count = 1; count <= Math.min(LINES_AT_MOST, parts.length); count++) {
    const lines = balance(parts, count);
    const widest = Math.max(...lines.map(widthOf));
    const size = Math.floor(Math.min(LARGEST, box.width / widest, box.height / (lines.length * LEADING)));
    if (size > best.size) best = { lines: lines.map(textOf), size };
  }
  return best;
}

/** Lines no wider than it takes to need at most so many: the width is found by bisection. */
function balance(parts: readonly Part[], count: number): readonly Part[][] {
  let lines = [[...parts]];
  let [narrow, wide] = [Math.max(...parts.map(({ width }) => width)), widthOf(parts)];
  for (let step = 0; step < 12 && count > 1; step++) {
    const width = step === 0 ? narrow : (narrow + wide) / 2;
    const filled = fill(parts, width);
    if (filled.length <= count) [lines, wide] = [filled, width];
    else narrow = width;
  }
  return lines;
}

function fill(parts: readonly Part[], width: number): Part[][] {
  const lines: Part[][] = [];
  let used = 0;
  for (const part of parts) {
    const added = part.width + (part.spaced ? characterWidth(" ") : 0);
    const line = lines.at(-1);
    if (line && used + added <= width) {
      line.push(part);
      used += added;
    } else {
      lines.push([part]);
      used = part.width;
    }
  }
  return lines;
}

function textOf(line: readonly Part[]): string {
  return line.map(({ text, spaced }, index) => (spaced && index > 0 ? ` ${text}` : text)).join("");
}

function widthOf(line: readonly Part[]): number {
  return line.reduce(
    (sum, { spaced, width }, index) => sum + width + (spaced && index > 0 ? characterWidth(" ") : 0),
    0,
  );
}
