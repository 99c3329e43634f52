import type { PickFragment } from "@matinee/api-client";
import { FilmSentence } from "../film/film-sentence.tsx";
import { PickStars } from "../film/pick-stars.tsx";
import { Reasons } from "../film/reasons.tsx";

interface HeroReasonProps {
  readonly pick: PickFragment;
  readonly isPersonal: boolean;
}

/** Why this film: what the visitor would give it, or else what everyone gave, and what speaks for it. */
export function HeroReason({ pick, isPersonal }: HeroReasonProps) {
  const { explanation } = pick;
  const titles = explanation.because.map((reason) => reason.movie.title);
  return (
    <div className="flex max-w-md flex-col gap-3 border-t border-hairline pt-4">
      <PickStars pick={pick} isPersonal={isPersonal} size="large" />
      <p className="display text-19">
        <FilmSentence sentence={explanation.text} titles={titles} />
      </p>
      <Reasons explanation={explanation} />
    </div>
  );
}
