import { MoviePageDocument } from "@matinee/api-client";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { BoxOfficeClosed } from "../../../components/layout/box-office-closed.tsx";
import { MovieHead } from "../../../components/movie/movie-head.tsx";
import { MovieJsonLd } from "../../../components/movie/movie-json-ld.tsx";
import { SimilarFilms } from "../../../components/movie/similar-films.tsx";
import { ask } from "../../../server/ask.ts";

interface MoviePageProps {
  readonly params: Promise<{ readonly slug: string }>;
}

const findMovie = cache((slug: string) => ask(MoviePageDocument, { slug }));

export async function generateMetadata({ params }: MoviePageProps): Promise<Metadata> {
  const movie = (await findMovie((await params).slug))?.movie;
  if (!movie) return {};
  const title = movie.year ? `${movie.title} (${movie.year})` : movie.title;
  const description = movie.overview?.slice(0, 200) ?? `Ratings of ${title}, and films like it.`;
  return { title, description, openGraph: { title, description, type: "video.movie", images: [movie.poster.url] } };
}

export default async function MoviePage({ params }: MoviePageProps) {
  const data = await findMovie((await params).slug);
  if (!data) return <BoxOfficeClosed />;
  if (!data.movie) notFound();
  return (
    <>
      <MovieJsonLd movie={data.movie} />
      <MovieHead movie={data.movie} />
      <SimilarFilms movie={data.movie} />
    </>
  );
}
