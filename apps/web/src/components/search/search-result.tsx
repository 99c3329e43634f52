import type { SearchPageQuery } from "@matinee/api-client";
import Link from "next/link";
import { formatRatingCount } from "../../format/film.ts";
import { FilmFacts } from "../film/film-facts.tsx";
import { Poster } from "../film/poster.tsx";
import { StarsFigure } from "../film/stars-figure.tsx";
import { describeMatches } from "./matches.ts";

type Edge = SearchPageQuery["search"]["edges"][number];

export function SearchResult({ edge: { node: film, matchedBy } }: { readonly edge: Edge }) {
  return (
    <article className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-4 gap-y-2 border-t border-hairline py-5 sm:grid-cols-[6rem_minmax(0,1fr)] sm:gap-x-6 lg:grid-cols-[6rem_minmax(0,1fr)_14rem]">
      <Link href={`/movies/${film.slug}`} tabIndex={-1} aria-hidden="true">
        <Poster film={film} width={96} isDecorative className="w-full" />
      </Link>
      <div className="flex flex-col gap-1">
        <h2 className="title text-23">
          <Link href={`/movies/${film.slug}`} className="hover:underline">
            {film.title}
          </Link>
        </h2>
        <FilmFacts film={film} />
        {film.overview && <p className="line-clamp-2 max-w-[65ch]">{film.overview}</p>}
        <p className="text-13 text-quiet">{describeMatches(matchedBy)}</p>
      </div>
      {film.averageRating !== null && (
        <div className="col-start-2 text-13 text-quiet lg:col-start-3">
          <StarsFigure stars={film.averageRating} interval={null} of="everyone" />
          <p className="figures">{formatRatingCount(film.ratingCount)}</p>
        </div>
      )}
    </article>
  );
}
