import type { Composition } from "../poster.types.ts";
import { area, disc, rectangle } from "../shapes.ts";

/** Round creatures that look up. */
export const animationSoftSolids: Composition = ({ paper, dark, first, second }, vary) => {
  const creature = (x: number, top: number, half: number, fill: string) =>
    area(`M${x - half} 620V${top + half}a${half} ${half} 0 0 1 ${2 * half} 0V620Z`, fill);
  const look = vary(-4, 4);
  const eyes = (x: number, y: number, size: number) =>
    [-1.25, 1.25]
      .map((side) => disc(x + side * size, y, size, paper) + disc(x + side * size + look, y - 3, size * 0.45, dark))
      .join("");
  const small = Math.round(vary(70, 110));
  const tall = Math.round(vary(262, 300));
  return {
    ground: paper,
    shapes:
      creature(250, tall, 96, first) +
      eyes(250, tall + 84, 19) +
      creature(small, 400, 66, second) +
      eyes(small, 456, 14) +
      creature(352, 470, 58, dark) +
      eyes(352, 520, 12) +
      rectangle(0, 588, 400, 12, dark),
    lettering: { zone: "top", on: paper, align: "start" },
  };
};
