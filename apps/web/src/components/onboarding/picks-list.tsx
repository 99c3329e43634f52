import type { PickFragment } from "@matinee/api-client";
import { Play } from "lucide-react";
import { trailerSearchUrl } from "../../format/film.ts";
import { PickEntry } from "../film/pick-entry.tsx";

/** The first recommendations, each with its reason and where to look for the trailer. */
export function PicksList({ picks }: { readonly picks: readonly PickFragment[] }) {
  return (
    <ol>
      {picks.map((pick) => (
        <li key={pick.movie.id}>
          <PickEntry pick={pick} isPersonal>
            <a href={trailerSearchUrl(pick.movie)} className="inline-flex min-h-11 items-center gap-2 underline">
              <Play size={16} strokeWidth={1.5} aria-hidden="true" />
              Look for the trailer<span className="sr-only"> of {pick.movie.title}</span>
            </a>
          </PickEntry>
        </li>
      ))}
    </ol>
  );
}
