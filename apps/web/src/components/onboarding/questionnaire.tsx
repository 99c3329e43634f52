"use client";
import type { Era, FilmTileFragment } from "@matinee/api-client";
import { QuestionnaireBar } from "./questionnaire-bar.tsx";
import { QuestionnaireFilm } from "./questionnaire-film.tsx";
import { useQuestionnaire } from "./use-questionnaire.ts";

interface QuestionnaireProps {
  readonly era: Era;
  readonly films: readonly FilmTileFragment[];
}

/** Fifteen well-known films to rate; five ratings are enough. */
export function Questionnaire({ era, films }: QuestionnaireProps) {
  const { table, failure, isBusy, rate, reshuffle, markUnseen, finish } = useQuestionnaire(era, films);
  return (
    <section className="flex flex-col">
      <div className="page pt-8 pb-6 md:pt-14">
        <h1 className="title text-40 sm:text-57">Which of these have you seen?</h1>
        <p className="mt-3 max-w-[60ch] text-19">Give stars as you remember them. Half stars count.</p>
      </div>
      <ul className="page grid grid-cols-2 gap-x-5 gap-y-8 pb-10 sm:grid-cols-3 lg:grid-cols-5">
        {table.films.map((film) => (
          <li key={film.id}>
            <QuestionnaireFilm
              film={film}
              stars={table.stars[film.id] ?? null}
              onRate={(stars) => rate(film.id, stars)}
              onUnseen={() => markUnseen(film)}
            />
          </li>
        ))}
      </ul>
      <QuestionnaireBar
        ratedCount={Object.keys(table.stars).length}
        isBusy={isBusy}
        failure={failure}
        onReshuffle={reshuffle}
        onFinish={finish}
      />
    </section>
  );
}
