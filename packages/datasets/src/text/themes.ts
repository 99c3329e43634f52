// What viewers and editors say a film is about, as themes.
import type { Theme } from "../dataset.types.ts";

export const maximumThemes = 20;

// Words about a copy, a list or an opinion rather than about the film.
const noThemes = new Set(
  `seen, watched, unwatched, to see, to watch, want to see, see again, watch again, rewatch, own, owned, dvd, dvd-r,
  dvd-video, dvd-ram, bd-r, bd-video, blu-ray, bluray, vhs, betamax, clv, cav, erlend's dvds, ebert, overrated,
  underrated, boring, good, great, bad, awesome, amazing, excellent, awful, horrible, terrible, stupid, crap, crappy,
  masterpiece, favorite, favourite, favorites, best, best ever, must see, must see!, seen more than once, not seen,
  original, predictable, not funny, great movie, good movie, bad movie, great acting, good acting, bad acting,
  great ending, good, disappointing, movie to see, library, library vhs, netflix, hulu, amazon prime, redbox,
  seen at the cinema, cinema, imdb top 250, bottom 250, afi 100, tumey's dvds, tumey's vhs, r, pg, pg-13`
    .split(",")
    .map((word) => word.trim()),
);
const noThemePatterns =
  /netflix|\bqueue\b|\bdvd|\bvhs\b|^(?:my|katottava|seen)\b|\bi own\b|\btop \d+|^[\W\d]+$|^\d+s?$/;
const maximumLength = 40;

/** A tag or keyword as the name of a theme: lower case, single spaces; null where it is none. */
export function cleanTheme(text: string): string | null {
  const theme = text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
  const isTheme = theme.length >= 2 && theme.length <= maximumLength && !noThemes.has(theme);
  return isTheme && !noThemePatterns.test(theme) ? theme : null;
}

/** The most relevant first, of equals in the order of their names; each once, at most 20. */
export function rankThemes(themes: Iterable<Theme>): Theme[] {
  const best = new Map<string, Theme>();
  for (const theme of themes) {
    if (theme.relevance > (best.get(theme.name)?.relevance ?? -1)) best.set(theme.name, theme);
  }
  const byRelevance = (a: Theme, b: Theme) => b.relevance - a.relevance || (a.name < b.name ? -1 : 1);
  return [...best.values()].sort(byRelevance).slice(0, maximumThemes);
}

/** Keywords of a list that ranks them no further, in its order. */
export function listThemes(words: readonly string[]): Theme[] {
  const names = words.map(cleanTheme).filter((name) => name !== null);
  return [...new Set(names)].slice(0, maximumThemes).map((name) => ({ name, relevance: 1 }));
}
