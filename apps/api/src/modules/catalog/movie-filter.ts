// The schema's filter as repositories and recommender take it.
import type { MovieFilter as MovieFilterInput } from "@matinee/graphql-types";
import type { MovieFilter } from "@matinee/recommender";

/** No genre has an empty slug, so this keeps nothing. */
const nothing: MovieFilter = { genres: [""] };

/** What is null counts as not given. No movie has people yet, so a filter that names some keeps nothing. */
export function toMovieFilter(input: MovieFilterInput | null | undefined): MovieFilter {
  const { genres, years, era, minimumRatingCount, people } = input ?? {};
  if (people && people.length > 0) return nothing;
  return {
    ...(genres ? { genres } : {}),
    ...(years ? { years: toYears(years) } : {}),
    ...(era ? { era } : {}),
    ...(minimumRatingCount ? { minimumRatingCount } : {}),
  };
}

function toYears({ from, to }: { readonly from?: number | null; readonly to?: number | null }) {
  return { ...(from != null ? { from } : {}), ...(to != null ? { to } : {}) };
}
