"use client";
import { type Era, type FilmTileFragment, OnboardDocument, OnboardingPageDocument } from "@matinee/api-client";
import { useRouter } from "next/navigation";
import { useReducer, useState, useTransition } from "react";
import { announce } from "../../client/announce.ts";
import { useApiUrl } from "../../client/api-provider.tsx";
import { loadApi } from "../../client/load-api.ts";
import { ensureSession } from "../../client/session.ts";
import { changeTable, dealTable } from "./questionnaire.state.ts";

const lowReserve = 2;

/** The questions of one era: films, stars so far, and what the visitor can do. */
export function useQuestionnaire(era: Era, firstFilms: readonly FilmTileFragment[]) {
  const apiUrl = useApiUrl();
  const router = useRouter();
  const [table, change] = useReducer(changeTable, firstFilms, dealTable);
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, startTransition] = useTransition();

  async function drawFilms(): Promise<readonly FilmTileFragment[]> {
    const query = { query: OnboardingPageDocument, variables: { era }, fetchPolicy: "no-cache" } as const;
    const client = await loadApi(apiUrl);
    return (await client.query(query)).data?.onboardingMovies ?? [];
  }

  /** Runs what talks to the API; a failure becomes a sentence on the page. */
  function attempt(action: () => Promise<void>, sentence: string) {
    startTransition(async () => {
      setFailure(null);
      await action().catch((error: unknown) => {
        console.error(error);
        setFailure(sentence);
      });
    });
  }

  function reshuffle() {
    attempt(async () => {
      change({ kind: "reshuffle", films: await drawFilms() });
      announce("Other films are on the page.");
    }, "No other films could be fetched. Try again in a moment.");
  }

  function markUnseen(film: FilmTileFragment) {
    attempt(async () => {
      if (table.reserve.length < lowReserve) change({ kind: "restock", films: await drawFilms() });
      change({ kind: "unseen", filmId: film.id });
    }, "No other film could be fetched. Try again in a moment.");
  }

  function finish() {
    attempt(async () => {
      const client = await loadApi(apiUrl);
      await ensureSession(client);
      const ratings = Object.entries(table.stars).map(([movieId, stars]) => ({ movieId, stars }));
      const { data } = await client.mutate({ mutation: OnboardDocument, variables: { input: { era, ratings } } });
      const refusal = data?.onboard.userErrors[0];
      if (refusal) setFailure(refusal.message);
      else router.push("/onboarding/picks");
    }, "Your stars could not be saved. Try again in a moment.");
  }

  const rate = (filmId: string, stars: number | null) => change({ kind: "rate", filmId, stars });
  return { table, failure, isBusy, rate, reshuffle, markUnseen, finish };
}
