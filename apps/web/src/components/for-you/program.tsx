import type { PickFragment } from "@matinee/api-client";
import { ViewTransition } from "react";
import { FilmRating } from "../film/film-rating.tsx";
import { PickEntry } from "../film/pick-entry.tsx";

interface ProgramProps {
  readonly picks: readonly PickFragment[];
  /** Whether the visitor has rated anything. */
  readonly isPersonal: boolean;
}

/** The list itself. A rated film leaves it and the others close the gap. */
export function Program({ picks, isPersonal }: ProgramProps) {
  if (picks.length === 0) {
    return <p className="border-t border-hairline py-6 text-19">Nothing is left to recommend this way. Try another.</p>;
  }
  return (
    <ol>
      {picks.map((pick) => (
        <ViewTransition key={pick.movie.id}>
          <li data-film={pick.movie.slug}>
            <PickEntry pick={pick} isPersonal={isPersonal}>
              <FilmRating film={pick.movie} stars={pick.movie.viewerRating?.stars ?? null} />
            </PickEntry>
          </li>
        </ViewTransition>
      ))}
    </ol>
  );
}
