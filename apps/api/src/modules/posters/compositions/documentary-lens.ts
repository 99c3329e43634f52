import type { Composition } from "../poster.types.ts";
import { area, disc, line, ring, times } from "../shapes.ts";

/** A lens over a measured grid. */
export const documentaryLens: Composition = ({ paper, dark, first, second }, vary) => {
  const [x, y] = [vary(160, 240), vary(190, 215)];
  const grid = line(
    `${times(9, (index) => `M${index * 50} 0V396`)}${times(8, (index) => `M0 ${index * 50 + 46}H400`)}`,
    second,
    2,
  );
  const glint = area(`M${Math.round(x - 84)} ${Math.round(y)}a84 84 0 0 1 84-84v34a50 50 0 0 0-50 50Z`, second);
  return {
    ground: paper,
    shapes:
      grid + disc(x, y, 142, dark) + ring(x, y, 122, 3, paper) + disc(x, y, 106, first) + glint + disc(x, y, 30, dark),
    lettering: { zone: "bottom", on: paper, align: "start" },
  };
};
