import type { Random } from "@matinee/engines";

/** A density over 0 to 1. */
export interface ParzenEstimator {
  density(place: number): number;
  draw(random: Random): number;
}

/**
 * Normal curves around the places, each as wide as the gap to its farther neighbor, and an even density that weighs as much
 * as one of them: with no places the density is even. Places 0 to 1.
 */
export function createParzenEstimator(places: readonly number[]): ParzenEstimator {
  const centers = places.toSorted((a, b) => a - b);
  const narrowest = 1 / Math.min(100, centers.length + 1);
  const widths = centers.map((center, index) => {
    const gap = Math.max(center - (centers[index - 1] ?? 0), (centers[index + 1] ?? 1) - center);
    return Math.max(narrowest, gap);
  });
  return {
    density(place) {
      const curves = centers.reduce(
        (sum, center, index) => sum + normal((place - center) / widths[index]) / widths[index],
        0,
      );
      return (1 + curves) / (1 + centers.length);
    },
    draw(random) {
      const index = Math.floor(random() * (centers.length + 1));
      if (index === centers.length) return random();
      for (;;) {
        const place = centers[index] + widths[index] * drawNormal(random);
        if (place >= 0 && place <= 1) return place;
      }
    },
  };
}

const normal = (distance: number) => Math.exp((-distance * distance) / 2) / Math.sqrt(2 * Math.PI);

/** Box–Muller. */
function drawNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
