import type { PickFragment } from "@matinee/api-client";
import { StarsFigure } from "./stars-figure.tsx";

interface PickStarsProps {
  readonly pick: PickFragment;
  /** Whether the visitor has rated anything; before that a prediction is only everyone's mean. */
  readonly isPersonal: boolean;
  readonly size?: "small" | "large";
}

/** What the visitor would give a film, or else what everyone gave it. */
export function PickStars({ pick: { movie, prediction }, isPersonal, size = "small" }: PickStarsProps) {
  if (isPersonal && prediction) {
    return <StarsFigure stars={prediction.stars} interval={prediction.interval} of="you" size={size} />;
  }
  if (movie.averageRating === null) return null;
  return <StarsFigure stars={movie.averageRating} interval={null} of="everyone" size={size} />;
}
