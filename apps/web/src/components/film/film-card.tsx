import type { FilmTileFragment } from "@matinee/api-client";
import Link from "next/link";
import type { ReactNode } from "react";
import { Poster } from "./poster.tsx";

interface FilmCardProps {
  readonly film: FilmTileFragment;
  /** What stands below title and year, for example the predicted stars. */
  readonly children?: ReactNode;
}

/** A poster with its caption, as in a program. */
export function FilmCard({ film, children }: FilmCardProps) {
  return (
    <article className="flex flex-col gap-2">
      <Link href={`/movies/${film.slug}`} className="group flex flex-col gap-2">
        <Poster film={film} width={168} isDecorative className="w-full" />
        <span className="line-clamp-3 leading-5">
          <span className="title group-hover:underline">{film.title}</span>{" "}
          <span className="figures text-13 text-quiet">{film.year}</span>
        </span>
      </Link>
      {children}
    </article>
  );
}
