import type { PickFragment } from "@matinee/api-client";
import Link from "next/link";
import { FilmFacts } from "../film/film-facts.tsx";
import { FilmRating } from "../film/film-rating.tsx";
import { FilmStage } from "../film/film-stage.tsx";
import { Poster } from "../film/poster.tsx";
import { Button } from "../ui/button.tsx";
import { HeroReason } from "./hero-reason.tsx";

interface HomeHeroProps {
  readonly pick: PickFragment;
  /** Whether the visitor has rated anything. */
  readonly isPersonal: boolean;
}

/** One film, said with confidence, and why. */
export function HomeHero({ pick, isPersonal }: HomeHeroProps) {
  const { movie } = pick;
  const href = `/movies/${movie.slug}`;
  const poster = (
    <Link href={href} tabIndex={-1} aria-hidden="true">
      <Poster film={movie} width={384} isFirst isDecorative className="w-full" />
    </Link>
  );
  const heading = (
    <>
      <div>
        <p className="display text-quiet md:text-23">If you watch one film today</p>
        <h1 className="title mt-1 text-33 sm:text-57 md:mt-2 xl:text-81">
          <Link href={href} className="hover:underline">
            {movie.title}
          </Link>
        </h1>
      </div>
      <FilmFacts film={movie} />
    </>
  );
  return (
    <FilmStage poster={poster} heading={heading} posterSide="right">
      {movie.overview && <p className="line-clamp-4 max-w-[62ch] text-19">{movie.overview}</p>}
      <HeroReason pick={pick} isPersonal={isPersonal} />
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Button asChild>
          <Link href={href}>About the film</Link>
        </Button>
        <FilmRating film={movie} stars={movie.viewerRating?.stars ?? null} invitation="Seen it? Rate it" />
      </div>
    </FilmStage>
  );
}
