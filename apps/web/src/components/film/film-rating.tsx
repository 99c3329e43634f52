"use client";
import { X } from "lucide-react";
import { useRating } from "../../client/use-rating.ts";
import { formatStars } from "../../format/stars.ts";
import { StarInput } from "./star-input.tsx";

interface FilmRatingProps {
  readonly film: { readonly id: string; readonly title: string };
  readonly stars: number | null;
  /** What stands beside the empty stars. */
  readonly invitation?: string;
}

/** The visitor's own stars for a film, saved as they are given. */
export function FilmRating({ film, stars: saved, invitation = "Seen it?" }: FilmRatingProps) {
  const { stars, failure, isSettling, rate, flush } = useRating(film, saved);
  return (
    <div className="min-h-11" aria-busy={isSettling}>
      <div className="flex flex-wrap items-center gap-x-3">
        <StarInput
          label={`Your rating of ${film.title}`}
          stars={stars}
          onRate={(next, by) => rate(next, by === "key" ? 700 : 0)}
          onBlur={flush}
        />
        {stars === null ? (
          <span className="text-13 text-quiet">{invitation}</span>
        ) : (
          <span className="flex items-center text-13 font-medium text-amber">
            {formatStars(stars)}
            <button
              type="button"
              onClick={() => rate(null)}
              aria-label={`Take back your rating of ${film.title}`}
              className="ml-1 grid size-11 place-items-center text-quiet hover:text-ink"
            >
              <X size={16} strokeWidth={1.5} aria-hidden="true" />
            </button>
          </span>
        )}
      </div>
      {failure && (
        <p role="alert" className="text-13">
          {failure}
        </p>
      )}
    </div>
  );
}
