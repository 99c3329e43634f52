"use client";
import { RateDocument, UnrateDocument } from "@matinee/api-client";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { formatStars } from "../format/stars.ts";
import { announce } from "./announce.ts";
import { useApiUrl } from "./api-provider.tsx";
import { loadApi } from "./load-api.ts";
import { ensureSession } from "./session.ts";

interface RatedFilm {
  readonly id: string;
  readonly title: string;
}

/** A visitor's own stars for a film: shown at once, saved, then the page is asked again because its lists follow. */
export function useRating(film: RatedFilm, saved: number | null) {
  const apiUrl = useApiUrl();
  const router = useRouter();
  const [stars, setStars] = useState(saved);
  const [failure, setFailure] = useState<string | null>(null);
  const [isSettling, startTransition] = useTransition();
  const pending = useRef<{ timer: ReturnType<typeof setTimeout>; next: number | null } | null>(null);

  async function send(next: number | null): Promise<string | undefined> {
    const client = await loadApi(apiUrl);
    await ensureSession(client);
    if (next === null) {
      const { data } = await client.mutate({ mutation: UnrateDocument, variables: { movieId: film.id } });
      return data?.unrateMovie.userErrors[0]?.message;
    }
    const { data } = await client.mutate({ mutation: RateDocument, variables: { movieId: film.id, stars: next } });
    return data?.rateMovie.userErrors[0]?.message;
  }

  async function save(next: number | null) {
    pending.current = null;
    const refusal = await send(next).catch(() => "Your stars could not be saved. Try again in a moment.");
    if (refusal) {
      setStars(saved);
      setFailure(refusal);
      return;
    }
    announce(next === null ? `Your rating of ${film.title} is gone.` : `${film.title}: ${formatStars(next)}, saved.`);
    startTransition(() => router.refresh());
  }

  /** Keys come in a row, so they wait a little before the last of them is saved. */
  function rate(next: number | null, delay = 0) {
    if (pending.current) clearTimeout(pending.current.timer);
    setStars(next);
    setFailure(null);
    pending.current = { next, timer: setTimeout(() => save(next), delay) };
  }

  /** Saves what still waits, when the control loses the focus. */
  function flush() {
    if (!pending.current) return;
    clearTimeout(pending.current.timer);
    save(pending.current.next);
  }

  useEffect(() => setStars(saved), [saved]);
  return { stars, failure, isSettling, rate, flush };
}
