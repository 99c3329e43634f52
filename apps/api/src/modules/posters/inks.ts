// Inks by decade: faded earth, saturated, brown and orange, neon, cool, clean.
import type { Inks, Vary } from "./poster.types.ts";
import { pick } from "./vary.ts";

interface Decade {
  readonly from: number;
  readonly inks: readonly Inks[];
}

/** Newest first. */
export const decades: readonly Decade[] = [
  {
    from: 2000,
    inks: [
      { paper: "#fbf8f1", dark: "#15181d", first: "#e8553a", second: "#f3c352" },
      { paper: "#f7f6f0", dark: "#10231f", first: "#17705c", second: "#f3a08c" },
      { paper: "#faf7f2", dark: "#12163a", first: "#2f4fd0", second: "#ffb59b" },
      { paper: "#f8f5ee", dark: "#231a2b", first: "#7c3f73", second: "#9fd0c0" },
    ],
  },
  {
    from: 1990,
    inks: [
      { paper: "#eff2f0", dark: "#0f222d", first: "#266784", second: "#9cc9c2" },
      { paper: "#eeeff4", dark: "#191b35", first: "#4755a3", second: "#c7b3dc" },
      { paper: "#edf1ea", dark: "#14251f", first: "#39706b", second: "#d3cf8a" },
    ],
  },
  {
    from: 1980,
    inks: [
      { paper: "#fdf0f4", dark: "#180f36", first: "#ff4f96", second: "#1fd0d4" },
      { paper: "#f6f1ff", dark: "#0f0f30", first: "#6d35ea", second: "#ffdf3f" },
      { paper: "#f2fbf4", dark: "#0d1b2f", first: "#0fae9c", second: "#ff6fb1" },
    ],
  },
  {
    from: 1970,
    inks: [
      { paper: "#f5e6c8", dark: "#27140c", first: "#d6692a", second: "#eeb04b" },
      { paper: "#f2e3c7", dark: "#2a200d", first: "#7b4f1d", second: "#e2812f" },
      { paper: "#f1e4c9", dark: "#26210f", first: "#666527", second: "#dd8a2c" },
    ],
  },
  {
    from: 1960,
    inks: [
      { paper: "#fdf3dc", dark: "#150f30", first: "#ee4a34", second: "#ffc61a" },
      { paper: "#fcf2dd", dark: "#0e2240", first: "#0b6fae", second: "#ff8a1f" },
      { paper: "#fbf2dd", dark: "#2b0f2e", first: "#b01e6b", second: "#f7b500" },
    ],
  },
  {
    from: 1950,
    inks: [
      { paper: "#f6ecd6", dark: "#1c2939", first: "#b93b27", second: "#e4b74c" },
      { paper: "#f4ebd9", dark: "#2a1d2b", first: "#27737a", second: "#eea389" },
    ],
  },
  {
    from: 1,
    inks: [
      { paper: "#eee2c9", dark: "#2b231e", first: "#8f4f31", second: "#c8a561" },
      { paper: "#ebe2ce", dark: "#252e2a", first: "#5a6850", second: "#c0935a" },
      { paper: "#ece1cb", dark: "#23262e", first: "#515d70", second: "#bf9a72" },
    ],
  },
  { from: 0, inks: [{ paper: "#f6f1e6", dark: "#1c1916", first: "#8a4f34", second: "#93aaa0" }] },
];

/** Inks of the film's decade; a film of unknown year (null or 0) has its own. */
export function inksOf(year: number | null, vary: Vary): Inks {
  const { inks } = decades.find(({ from }) => (year ?? 0) >= from) ?? decades[decades.length - 1];
  return pick(inks, vary);
}
