import type { PickFragment } from "@matinee/api-client";
import Link from "next/link";
import { FilmFacts } from "../film/film-facts.tsx";
import { FilmRating } from "../film/film-rating.tsx";
import { FilmSentence } from "../film/film-sentence.tsx";
import { Poster } from "../film/poster.tsx";
import { Reasons } from "../film/reasons.tsx";
import { StarsFigure } from "../film/stars-figure.tsx";
import { Button } from "../ui/button.tsx";

/** One film, said with confidence, and why. */
export function HomeHero({ pick: { movie, prediction, explanation } }: { readonly pick: PickFragment }) {
  return (
    <section className="page grid gap-x-10 gap-y-6 py-8 md:grid-cols-12 md:py-14">
      <div className="flex flex-col gap-5 md:col-span-7 md:row-start-1 lg:col-span-8">
        <div>
          <p className="display text-19 text-quiet md:text-23">If you watch one film today</p>
          <h1 className="title mt-2 text-40 sm:text-57 xl:text-81">
            <Link href={`/movies/${movie.slug}`} className="hover:underline">
              {movie.title}
            </Link>
          </h1>
        </div>
        <FilmFacts film={movie} />
        {movie.overview && <p className="line-clamp-4 max-w-[62ch] text-19">{movie.overview}</p>}
        <div className="flex max-w-md flex-col gap-3 border-t border-hairline pt-4">
          {prediction && <StarsFigure stars={prediction.stars} interval={prediction.interval} of="you" size="large" />}
          <p className="display text-19">
            <FilmSentence
              sentence={explanation.text}
              titles={explanation.because.map((reason) => reason.movie.title)}
            />
          </p>
          <Reasons explanation={explanation} />
        </div>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <Button asChild>
            <Link href={`/movies/${movie.slug}`}>About the film</Link>
          </Button>
          <FilmRating film={movie} stars={movie.viewerRating?.stars ?? null} invitation="Seen it? Rate it" />
        </div>
      </div>
      <Link
        href={`/movies/${movie.slug}`}
        tabIndex={-1}
        aria-hidden="true"
        className="row-start-1 w-40 md:col-span-5 md:w-full md:max-w-96 md:justify-self-end lg:col-span-4"
      >
        <Poster film={movie} width={384} isFirst isDecorative className="w-full" />
      </Link>
    </section>
  );
}
