import { FilmCard } from "../film/film-card.tsx";
import { FilmSentence } from "../film/film-sentence.tsx";
import { FilmStrip } from "../film/film-strip.tsx";
import { PickStars } from "../film/pick-stars.tsx";
import type { HomeSection } from "./choose-hero.ts";

interface HomeRowProps {
  readonly section: HomeSection;
  readonly isPersonal: boolean;
}

/** One row of the home page under its sentence. */
export function HomeRow({ section, isPersonal }: HomeRowProps) {
  const titles = section.items.flatMap((item) => item.explanation.because.map((reason) => reason.movie.title));
  return (
    <FilmStrip heading={<FilmSentence sentence={section.title} titles={titles} />} note={section.reason}>
      {section.items.map((pick) => (
        <li key={pick.id}>
          <FilmCard film={pick.movie}>
            <PickStars pick={pick} isPersonal={isPersonal} />
          </FilmCard>
        </li>
      ))}
    </FilmStrip>
  );
}
