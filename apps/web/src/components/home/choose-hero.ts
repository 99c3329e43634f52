import type { HomePageQuery } from "@matinee/api-client";

export type HomeSection = HomePageQuery["home"]["sections"][number];
type Item = HomeSection["items"][number];

/** Rows whose first film the page may put on top with confidence, the best first. */
const confident = ["picks", "top-rated"];

/** The film on top of the page, and the rows without it; null for an empty catalog. */
export function chooseHero(
  sections: readonly HomeSection[],
): { readonly hero: Item; readonly rows: readonly HomeSection[] } | null {
  const ordered = [...confident.map((key) => sections.find((section) => section.key === key)), ...sections];
  const hero = ordered.flatMap((section) => section?.items ?? [])[0];
  if (!hero) return null;
  const rows = sections.map((section) => ({ ...section, items: section.items.filter((item) => item !== hero) }));
  return { hero, rows: rows.filter((row) => row.items.length > 0) };
}
