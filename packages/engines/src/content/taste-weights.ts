// What a viewer's ratings say for or against the films he rated.
import type { EngineProfile } from "../engine.types.ts";

export interface TasteSettings {
  readonly neutralStars: number;
  readonly halfLifeDays: number;
}

export const tasteHyperparameters = {
  neutralStars: { description: "Stars that count neither for nor against", minimum: 0.5, maximum: 5, default: 2.75 },
  halfLifeDays: {
    description: "Days until a rating weighs half, counted back from the viewer's newest; 0 weighs all alike",
    minimum: 0,
    maximum: 36_500,
    default: 365,
  },
};

/**
 * (stars − neutralStars) · 2^(−age / halfLife) for each rating of the profile: above 0 for liked, below 0 for disliked.
 * Ages count from the viewer's newest rating; a rating without a time counts as new.
 */
export function tasteWeights(
  { stars, ratedAt }: EngineProfile,
  { neutralStars, halfLifeDays }: TasteSettings,
): Float64Array {
  const newest = ratedAt.reduce((latest, time) => Math.max(latest, time), 0);
  return Float64Array.from(stars, (value, row) => {
    const days = ratedAt[row] > 0 ? (newest - ratedAt[row]) / 86_400 : 0;
    return (value - neutralStars) * (halfLifeDays > 0 ? 2 ** (-days / halfLifeDays) : 1);
  });
}
