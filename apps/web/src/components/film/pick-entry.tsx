import type { PickFragment } from "@matinee/api-client";
import Link from "next/link";
import type { ReactNode } from "react";
import { FilmFacts } from "./film-facts.tsx";
import { FilmSentence } from "./film-sentence.tsx";
import { PickStars } from "./pick-stars.tsx";
import { Poster } from "./poster.tsx";
import { Reasons } from "./reasons.tsx";

interface PickEntryProps {
  readonly pick: PickFragment;
  /** Whether the visitor has rated anything. */
  readonly isPersonal: boolean;
  /** What the visitor can do with it. */
  readonly children: ReactNode;
}

/** One entry of a program: number, poster, film, predicted stars and why. */
export function PickEntry({ pick, isPersonal, children }: PickEntryProps) {
  const { rank, movie, explanation } = pick;
  const titles = explanation.because.map((reason) => reason.movie.title);
  return (
    <article className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-4 gap-y-4 border-t border-hairline py-6 sm:grid-cols-[8rem_minmax(0,1fr)] sm:gap-x-6 lg:grid-cols-[3rem_8rem_minmax(0,1fr)_20rem]">
      <span aria-hidden="true" className="display figures hidden text-33 text-quiet lg:block">
        {rank}
      </span>
      <Link href={`/movies/${movie.slug}`} tabIndex={-1} aria-hidden="true">
        <Poster film={movie} width={128} isDecorative className="w-full" />
      </Link>
      <div className="flex flex-col gap-2">
        <h2 className="title text-23 sm:text-28">
          <Link href={`/movies/${movie.slug}`} className="hover:underline">
            {movie.title}
          </Link>
        </h2>
        <FilmFacts film={movie} />
        {movie.overview && <p className="line-clamp-3 max-w-[65ch] max-sm:hidden">{movie.overview}</p>}
        <div className="mt-auto">{children}</div>
      </div>
      <div className="col-span-full flex flex-col gap-2 lg:col-span-1">
        <PickStars pick={pick} isPersonal={isPersonal} size="large" />
        <p>
          <FilmSentence sentence={explanation.text} titles={titles} />
        </p>
        <Reasons explanation={explanation} />
      </div>
    </article>
  );
}
