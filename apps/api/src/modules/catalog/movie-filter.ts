// The schema's filter as repositories and recommender take it.
import type { MovieFilter as MovieFilterInput } from "@matinee/graphql-types";
import type { MovieFilter } from "@matinee/recommender";
import type { Repositories } from "../../services.ts";
import { findKey } from "../node/global-id.ts";

/** What is null counts as not given. */
export async function toMovieFilter(
  { people: repository }: Pick<Repositories, "people">,
  input: MovieFilterInput | null | undefined,
): Promise<MovieFilter> {
  const { genres, years, era, minimumRatingCount, people } = input ?? {};
  const keys = people?.flatMap((id) => findKey("Person", id) ?? []);
  return {
    ...(genres ? { genres } : {}),
    ...(years ? { years: toYears(years) } : {}),
    ...(era ? { era } : {}),
    ...(minimumRatingCount ? { minimumRatingCount } : {}),
    ...(people && keys && people.length > 0 ? { movieIds: await repository.listMovieIds(keys) } : {}),
  };
}

function toYears({ from, to }: { readonly from?: number | null; readonly to?: number | null }) {
  return { ...(from != null ? { from } : {}), ...(to != null ? { to } : {}) };
}
