// Every pair of colors that the site uses, measured on the style sheet itself.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");

function colorOf(token: string, theme: "light" | "dark"): string {
  const value = css.match(new RegExp(`--${token}: ([^;]+);`))?.[1] ?? "";
  const pair = value.match(/^light-dark\((#\w{6}), (#\w{6})\)$/);
  return pair ? pair[theme === "light" ? 1 : 2]! : value;
}

/** Relative luminance by WCAG 2.2 of "#rrggbb". */
function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(first: string, second: string): number {
  const [dark, light] = [luminance(first), luminance(second)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

describe.each(["light", "dark"] as const)("%s theme", (theme) => {
  it.each([
    ["ink", "paper", 7],
    ["ink", "raised", 7],
    ["paper", "ink", 7],
    ["quiet", "paper", 7],
    ["quiet", "raised", 7],
    ["amber", "paper", 4.5],
    ["amber", "raised", 4.5],
    ["on-amber", "amber-fill", 7],
    ["velvet", "paper", 4.5],
    ["outline", "paper", 4.5],
  ])("%s on %s is at least %f to 1", (text, ground, least) => {
    expect(contrast(colorOf(text, theme), colorOf(ground, theme))).toBeGreaterThanOrEqual(least);
  });
});
