import { normalizeText } from "./normalize-text.ts";

/** Address part of a film: "The Matrix", 1999 → "the-matrix-1999"; a title without Latin letters → "film-1971". */
export function slugify(title: string, year: number | null): string {
  const words = normalizeText(title)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
  return [words || "film", year]
    .filter((part) => part !== null)
    .join(" ")
    .replaceAll(" ", "-");
}

/** One slug per film, in order: the second with the same title and year gets "-2", and so on, past those `taken`. */
export function uniqueSlugs(
  films: readonly { readonly title: string; readonly year: number | null }[],
  taken: Iterable<string> = [],
): string[] {
  const used = new Set(taken);
  return films.map(({ title, year }) => {
    const base = slugify(title, year);
    let slug = base;
    for (let copy = 2; used.has(slug); copy++) slug = `${base}-${copy}`;
    used.add(slug);
    return slug;
  });
}
