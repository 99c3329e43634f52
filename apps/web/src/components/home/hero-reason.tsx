import type { PickFragment } from "@matinee/api-client";
import { FilmSentence } from "../film/film-sentence.tsx";
import { Reasons } from "../film/reasons.tsx";
import { StarsFigure } from "../film/stars-figure.tsx";

/** Why this film: what the visitor would give it, or else what everyone gave, and what speaks for it. */
export function HeroReason({ pick: { movie, prediction, explanation } }: { readonly pick: PickFragment }) {
  const titles = explanation.because.map((reason) => reason.movie.title);
  return (
    <div className="flex max-w-md flex-col gap-3 border-t border-hairline pt-4">
      {prediction ? (
        <StarsFigure stars={prediction.stars} interval={prediction.interval} of="you" size="large" />
      ) : (
        movie.averageRating !== null && (
          <StarsFigure stars={movie.averageRating} interval={null} of="everyone" size="large" />
        )
      )}
      <p className="display text-19">
        <FilmSentence sentence={explanation.text} titles={titles} />
      </p>
      <Reasons explanation={explanation} />
    </div>
  );
}
