import { z } from "zod";
import type { Loaders } from "../../loaders.ts";
import { readCursor, toCursor } from "../node/paging.ts";
import type { CastConnectionParent } from "./people.parents.ts";

const positionCursor = z.tuple([z.number().int().min(1)]);

/** A page of who plays in a movie; a cursor is the position of a part. Throws ApiError for another list's cursor. */
export async function pageCast(
  loaders: Loaders,
  movieId: number,
  first: number,
  cursor: string | null | undefined,
): Promise<CastConnectionParent> {
  const after = readCursor(cursor, positionCursor)?.[0] ?? 0;
  const credits = await loaders.creditsOf(movieId, { role: "cast", after, limit: first + 1 });
  const edges = credits
    .slice(0, first)
    .map((credit) => ({ cursor: toCursor([credit.position]), character: credit.character, node: credit }));
  return { pageInfo: { hasNextPage: credits.length > first, endCursor: edges.at(-1)?.cursor ?? null }, edges };
}
