import type { Kysely } from "kysely";
import type { Tables } from "../tables/tables.ts";
import type { Era } from "../tables/viewer.tables.ts";
import { selectMoviesWithTotals } from "./movie-columns.ts";
import { matchesFilter } from "./movie-filter.ts";

export function onboardingRepository(kysely: Kysely<Tables>) {
  return {
    /** Ids of the most rated films of the era, most rated first; where nobody has rated, those with most votes. */
    async listMostRated(request: { readonly era: Era; readonly limit: number }): Promise<number[]> {
      return (await listMostRatedQuery(kysely, request).execute()).map(({ id }) => id);
    },
  };
}

const listMostRatedQuery = (kysely: Kysely<Tables>, { era, limit }: { readonly era: Era; readonly limit: number }) =>
  selectMoviesWithTotals(kysely)
    .select("movies.id")
    .where((eb) => matchesFilter(eb, { era }))
    .orderBy("movieTotals.ratingCount", "desc")
    .orderBy("movies.voteCount", (order) => order.desc().nullsLast())
    .orderBy("movies.id")
    .limit(limit);
