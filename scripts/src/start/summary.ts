// The one table that a start ends with.
import type { PreparedDatabase } from "./prepare.ts";
import type { Served } from "./serve.ts";

export function formatSummary(
  { catalog, description, textVectors }: PreparedDatabase,
  { siteUrl, apiUrl }: Served,
  services: string,
): string {
  const count = (value: number) => value.toLocaleString("en-US");
  const rows = [
    ["Site", siteUrl],
    ["Playground", `${apiUrl}/graphql`],
    ["Data", `${catalog.name}: ${count(catalog.ratingCount)} ratings of ${count(catalog.movieCount)} films`],
    ["Overviews", `${Math.round(catalog.shareOfRatingsWithOverview * 100)} % of the ratings are of a film with one`],
    ["Pictures, texts", services],
    ["Database", description],
    ["Text vectors", textVectors],
  ] as const;
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`).join("\n");
}
