import type { PickFragment } from "@matinee/api-client";
import Link from "next/link";
import { formatStars } from "../../format/stars.ts";
import { classNames } from "../ui/class-names.ts";
import { Poster } from "./poster.tsx";

type Explanation = PickFragment["explanation"];

const most = 3;

/** Why a film is here: the films that speak for it, tiny, with bars of what each added; else properties of the film. */
export function Reasons({ explanation }: { readonly explanation: Explanation }) {
  const speaking = explanation.because.filter((reason) => reason.contribution > 0).slice(0, most);
  const features = explanation.features.filter((feature) => feature.contribution > 0).slice(0, most);
  if (speaking.length > 0) {
    const largest = Math.max(...speaking.map((reason) => reason.contribution));
    return (
      <ul className="flex flex-col gap-1" aria-label="Your films that speak for it">
        {speaking.map(({ movie, stars, contribution }) => (
          <li key={movie.id} className="grid grid-cols-[1.25rem_minmax(0,1fr)_auto_5rem] items-center gap-2 text-13">
            <Poster film={movie} width={20} isDecorative className="w-5" />
            <Link href={`/movies/${movie.slug}`} className="truncate hover:underline">
              {movie.title}
            </Link>
            <span className="figures text-quiet">
              <span className="sr-only">you gave it </span>
              {formatStars(stars)}
            </span>
            <Bar share={contribution / largest} isYours />
          </li>
        ))}
      </ul>
    );
  }
  if (features.length === 0) return null;
  const largest = Math.max(...features.map((feature) => feature.contribution));
  return (
    <ul className="flex flex-col gap-1" aria-label="What speaks for it">
      {features.map(({ name, contribution }) => (
        <li key={name} className="grid grid-cols-[minmax(0,1fr)_5rem] items-center gap-2 text-13">
          <span className="truncate">{name}</span>
          <Bar share={contribution / largest} isYours={false} />
        </li>
      ))}
    </ul>
  );
}

function Bar({ share, isYours }: { readonly share: number; readonly isYours: boolean }) {
  return (
    <span aria-hidden="true" className={classNames("h-1.5 border-l", isYours ? "border-amber" : "border-ink")}>
      <span
        className={classNames("block h-full", isYours ? "bg-amber-fill" : "bg-ink")}
        style={{ width: `${Math.max(4, share * 100)}%` }}
      />
    </span>
  );
}
