import type { FilmTileFragment } from "@matinee/api-client";
import { formatStars } from "../../format/stars.ts";
import { Poster } from "../film/poster.tsx";
import { StarInput } from "../film/star-input.tsx";

interface QuestionnaireFilmProps {
  readonly film: FilmTileFragment;
  readonly stars: number | null;
  readonly onRate: (stars: number | null) => void;
  readonly onUnseen: () => void;
}

/** One film to rate, or to set aside. */
export function QuestionnaireFilm({ film, stars, onRate, onUnseen }: QuestionnaireFilmProps) {
  return (
    <article className="flex flex-col gap-1" data-film={film.slug}>
      <Poster film={film} width={240} isDecorative className="w-full" />
      <h2 className="title mt-1 text-16 leading-5">
        {film.title} <span className="figures font-sans text-13 font-normal text-quiet">{film.year}</span>
      </h2>
      <StarInput label={`Your rating of ${film.title}`} stars={stars} onRate={onRate} />
      {stars === null ? (
        <button
          type="button"
          onClick={onUnseen}
          className="-mt-2 min-h-11 self-start text-13 text-quiet underline hover:text-ink"
        >
          Haven’t seen it<span className="sr-only">: {film.title}</span>
        </button>
      ) : (
        <button
          type="button"
          onClick={() => onRate(null)}
          className="-mt-2 min-h-11 self-start text-13 font-medium text-amber"
        >
          {formatStars(stars)}, <span className="underline">take back</span>
        </button>
      )}
    </article>
  );
}
