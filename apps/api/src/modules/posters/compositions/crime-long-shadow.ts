import type { Composition } from "../poster.types.ts";
import { disc, polygon, rectangle } from "../shapes.ts";

/** Someone small in a street, with a shadow far too long. */
export const crimeLongShadow: Composition = ({ dark, first, second }, vary) => {
  const x = vary(250, 320);
  const length = vary(230, 300);
  const art =
    rectangle(0, 232, 400, 68, dark) +
    disc(x, 292, 40, first) +
    polygon(
      [
        [x - 9, 372],
        [x + 11, 372],
        [x - length + 30, 600],
        [x - length - 120, 600],
      ],
      dark,
    ) +
    disc(x, 304, 10, dark) +
    polygon(
      [
        [x - 12, 318],
        [x + 12, 318],
        [x + 14, 372],
        [x + 2, 372],
        [x, 346],
        [x - 2, 372],
        [x - 12, 372],
      ],
      dark,
    ) +
    rectangle(x - 15, 297, 30, 4, dark) +
    rectangle(x - 9, 288, 18, 10, dark);
  return { ground: second, shapes: art, lettering: { zone: "top", on: second, align: "start" } };
};
