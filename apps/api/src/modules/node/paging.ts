// What every list with pages shares: how many, and cursors. A cursor is base64url of a JSON array.
import { z } from "zod";
import { ApiError } from "../errors/api-error.ts";

/** The `first` or `limit` that was asked for. Throws ApiError outside of 1 to `most`. */
export function readLimit(value: number | null | undefined, fallback: number, name = "first", most = 100): number {
  const limit = value ?? fallback;
  if (limit < 1 || limit > most) throw new ApiError("BAD_USER_INPUT", `\`${name}\` must be 1 to ${most}.`);
  return limit;
}

export function toCursor(parts: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString("base64url");
}

/** The parts of a cursor, null without one. Throws ApiError for a text that this list did not give out. */
export function readCursor<Parts>(after: string | null | undefined, parts: z.ZodType<Parts>): Parts | null {
  if (after === null || after === undefined) return null;
  try {
    return parts.parse(JSON.parse(Buffer.from(after, "base64url").toString()));
  } catch {
    throw new ApiError("BAD_USER_INPUT", "`after` is not a cursor of this list.");
  }
}

const offsetCursor = z.tuple([z.number().int().min(1)]);

export interface Page<Item> {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly cursor: string; readonly item: Item }[];
}

/** A page of a list that is whole in memory; cursors count from its begin. */
export function sliceList<Item>(items: readonly Item[], first: number, after: string | null | undefined): Page<Item> {
  const start = readCursor(after, offsetCursor)?.[0] ?? 0;
  const edges = items
    .slice(start, start + first)
    .map((item, index) => ({ cursor: toCursor([start + index + 1]), item }));
  return {
    totalCount: items.length,
    pageInfo: { hasNextPage: start + first < items.length, endCursor: edges.at(-1)?.cursor ?? null },
    edges,
  };
}

/** The page of a list that nothing fills yet. */
export const emptyPage = { totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, edges: [] } as const;
