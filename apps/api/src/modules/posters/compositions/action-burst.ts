import type { Composition } from "../poster.types.ts";
import { disc, polygon, rectangle, times } from "../shapes.ts";

/** Rays from a flash, and a band that cuts them off. */
export const actionBurst: Composition = ({ paper, dark, first, second }, vary) => {
  const [x, y] = [vary(110, 290), vary(170, 240)];
  const rays = times(11, (index) => {
    const from = ((index * 2 + vary(-0.25, 0.25)) / 22) * 2 * Math.PI;
    const to = from + (2 * Math.PI) / 22;
    return polygon(
      [
        [x, y],
        [x + 560 * Math.cos(from), y + 560 * Math.sin(from)],
        [x + 560 * Math.cos(to), y + 560 * Math.sin(to)],
      ],
      second,
    );
  });
  const slant = vary(-26, 26);
  const band = polygon(
    [
      [0, 382 + slant / 2],
      [400, 382 - slant / 2],
      [400, 600],
      [0, 600],
    ],
    dark,
  );
  return {
    ground: first,
    shapes: rays + disc(x, y, 74, paper) + disc(x, y, 46, first) + band + rectangle(0, 592, 400, 8, second),
    lettering: { zone: "bottom", on: dark, align: "start" },
  };
};
