import type { Composition } from "../poster.types.ts";
import { disc, ring, times } from "../shapes.ts";

/** Planets on their orbits around an off-center sun. */
export const scienceFictionOrbits: Composition = ({ paper, dark, first, second }, vary) => {
  const x = vary(120, 280);
  const y = vary(150, 220);
  const orbits = times(5, (index) => ring(x, y, 62 + index * 44, index === 2 ? 3 : 1.6, paper));
  const planets = times(4, (index) => {
    const angle = vary(0.3, 2.8) + index * 1.5;
    const orbit = 62 + index * 44;
    const fill = [paper, second, first, second][index];
    return disc(x + orbit * Math.cos(angle), y + orbit * Math.sin(angle) * 0.98, [8, 13, 22, 10][index], fill);
  });
  const mask = `<path d="M0 396H400V600H0Z" fill="${dark}"/>`;
  return {
    ground: dark,
    shapes: orbits + disc(x, y, 40, first) + planets + mask,
    lettering: { zone: "bottom", on: dark, align: "start" },
  };
};
