import type { ReactNode } from "react";
import { formatRatingCount } from "../../format/film.ts";
import { FilmRating } from "../film/film-rating.tsx";
import { StarsFigure } from "../film/stars-figure.tsx";
import type { PageMovie } from "./movie-page.types.ts";
import { RatingHistogram } from "./rating-histogram.tsx";

/** What everyone gave, what the visitor would give, and what they gave. */
export function MovieRatings({ movie }: { readonly movie: PageMovie }) {
  return (
    <section aria-label="Ratings" className="grid gap-x-10 gap-y-6 border-t border-hairline pt-5 sm:grid-cols-2">
      <Column heading="Everyone">
        {movie.averageRating === null ? (
          <p className="text-quiet">Nobody has rated it yet.</p>
        ) : (
          <>
            <StarsFigure stars={movie.averageRating} interval={movie.ratingInterval} of="everyone" size="large" />
            <p className="text-13 text-quiet">
              {formatRatingCount(movie.ratingCount)}; few ratings stay close to the mean of all films
            </p>
            <RatingHistogram buckets={movie.ratingHistogram} />
          </>
        )}
      </Column>
      <Column heading="You">
        {movie.viewerPrediction && !movie.viewerRating && (
          <div>
            <StarsFigure
              stars={movie.viewerPrediction.stars}
              interval={movie.viewerPrediction.interval}
              of="you"
              size="large"
            />
            <p className="text-13 text-quiet">what you would probably give it</p>
          </div>
        )}
        <FilmRating film={movie} stars={movie.viewerRating?.stars ?? null} invitation="Seen it? Rate it" />
      </Column>
    </section>
  );
}

function Column({ heading, children }: { readonly heading: string; readonly children: ReactNode }) {
  return (
    <div className="flex flex-col gap-3">
      <h2 className="title text-23">{heading}</h2>
      {children}
    </div>
  );
}
