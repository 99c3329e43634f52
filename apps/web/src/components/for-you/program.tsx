import type { PickFragment } from "@matinee/api-client";
import { ViewTransition } from "react";
import { FilmRating } from "../film/film-rating.tsx";
import { PickEntry } from "../film/pick-entry.tsx";

/** The list itself. A rated film leaves it and the others close the gap. */
export function Program({ picks }: { readonly picks: readonly PickFragment[] }) {
  if (picks.length === 0) {
    return <p className="border-t border-hairline py-6 text-19">Nothing is left to recommend this way. Try another.</p>;
  }
  return (
    <ol>
      {picks.map((pick) => (
        <ViewTransition key={pick.movie.id}>
          <li data-film={pick.movie.slug}>
            <PickEntry pick={pick}>
              <FilmRating film={pick.movie} stars={pick.movie.viewerRating?.stars ?? null} />
            </PickEntry>
          </li>
        </ViewTransition>
      ))}
    </ol>
  );
}
