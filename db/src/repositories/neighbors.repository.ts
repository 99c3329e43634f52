import { type Kysely, sql } from "kysely";
import type { Tables } from "../tables/tables.ts";

/** From so many half stars on a film counts as liked. */
const likedFrom = 8;

export interface SharedLikes {
  readonly viewerId: number;
  /** Films among those asked about that the viewer liked. */
  readonly shared: number;
  /** All films the viewer liked. */
  readonly liked: number;
}

export interface Like {
  readonly viewerId: number;
  readonly movieId: number;
  /** Stars × 2: 8 to 10. */
  readonly halfStars: number;
}

/** What viewers who are near to one another like: four stars or more. */
export function neighborsRepository(kysely: Kysely<Tables>) {
  return {
    /** Viewers who liked nothing are left out. */
    countSharedLikes: (viewerIds: readonly number[], movieIds: readonly number[]): Promise<SharedLikes[]> =>
      sharedLikesQuery(kysely, viewerIds, movieIds).execute(),
    /** By viewer: most stars first, of films with equal stars those with the better average. */
    listLikes: (viewerIds: readonly number[]): Promise<Like[]> => likesQuery(kysely, viewerIds).execute(),
  };
}

const likesOf = (kysely: Kysely<Tables>, viewerIds: readonly number[]) =>
  kysely
    .selectFrom("ratings")
    .where((eb) => eb("ratings.viewerId", "=", eb.fn.any(eb.val([...viewerIds]))))
    .where("ratings.halfStars", ">=", likedFrom);

const sharedLikesQuery = (kysely: Kysely<Tables>, viewerIds: readonly number[], movieIds: readonly number[]) =>
  likesOf(kysely, viewerIds)
    .select("ratings.viewerId")
    .select((eb) => [
      eb.fn
        .countAll<number>()
        .filterWhere(sql<boolean>`ratings.movie_id = any(${[...movieIds]})`)
        .as("shared"),
      eb.fn.countAll<number>().as("liked"),
    ])
    .groupBy("ratings.viewerId");

const likesQuery = (kysely: Kysely<Tables>, viewerIds: readonly number[]) =>
  likesOf(kysely, viewerIds)
    .innerJoin("movieTotals", "movieTotals.movieId", "ratings.movieId")
    .select(["ratings.viewerId", "ratings.movieId", "ratings.halfStars"])
    .orderBy("ratings.viewerId")
    .orderBy("ratings.halfStars", "desc")
    .orderBy("movieTotals.bayesianRating", "desc")
    .orderBy("ratings.movieId");
