import type { HomePageQuery } from "@matinee/api-client";
import { FilmCard } from "../film/film-card.tsx";
import { FilmSentence } from "../film/film-sentence.tsx";
import { FilmStrip } from "../film/film-strip.tsx";
import { StarsFigure } from "../film/stars-figure.tsx";

type Section = HomePageQuery["home"]["sections"][number];

/** One row of the home page under its sentence. */
export function HomeRow({ section }: { readonly section: Section }) {
  if (section.items.length === 0) return null;
  const titles = section.items.flatMap((item) => item.explanation.because.map((reason) => reason.movie.title));
  return (
    <FilmStrip heading={<FilmSentence sentence={section.title} titles={titles} />} note={section.reason}>
      {section.items.map(({ id, movie, prediction }) => (
        <li key={id}>
          <FilmCard film={movie}>
            {prediction && <StarsFigure stars={prediction.stars} interval={prediction.interval} of="you" />}
          </FilmCard>
        </li>
      ))}
    </FilmStrip>
  );
}
