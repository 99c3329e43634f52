// Contrast as WCAG 2 measures it, from sRGB hex colors.
import type { Inks } from "./poster.types.ts";

/** 1 to 21. */
export function contrast(a: string, b: string): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((left, right) => right - left);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Paper or the dark ink, whichever reads better on a color. */
export function letteringOn(color: string, { paper, dark }: Inks): string {
  return contrast(paper, color) >= contrast(dark, color) ? paper : dark;
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
