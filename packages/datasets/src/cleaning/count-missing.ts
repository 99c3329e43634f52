import type { CatalogMovie } from "../catalog.types.ts";
import type { SourcedField } from "../merge/field-orders.ts";
import type { Treatment } from "./treatment.types.ts";

const names = {
  year: "year",
  genres: "genre",
  overview: "overview",
  runtimeMinutes: "runtime",
  directors: "director",
  writers: "writer",
  cast: "cast",
  countries: "country",
  languages: "language",
  themes: "theme",
  imdbId: "IMDb id",
} satisfies Partial<Record<SourcedField, string>>;

/** Films without a fact in the source that names them first, and in all sources together. Nothing is made up. */
export function countMissing(movies: readonly CatalogMovie[]): Treatment[] {
  return Object.entries(names).map(([field, name]) => ({
    rule: `no ${name}: taken from another source, else left empty`,
    before: movies.filter(({ keys, provenance }) => provenance[field] !== Object.keys(keys)[0]).length,
    after: movies.filter(({ provenance }) => provenance[field] === undefined).length,
  }));
}

/** Treatments of several sources by the same rules, added up. */
export function addTreatments(all: readonly Treatment[]): Treatment[] {
  const rules = new Map<string, Treatment>();
  for (const { rule, before, after } of all) {
    const known = rules.get(rule);
    rules.set(rule, { rule, before: before + (known?.before ?? 0), after: after + (known?.after ?? 0) });
  }
  return [...rules.values()];
}
