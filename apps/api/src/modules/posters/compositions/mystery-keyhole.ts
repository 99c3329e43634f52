import type { Composition } from "../poster.types.ts";
import { area, disc, polygon } from "../shapes.ts";

/** A keyhole, and what it lets through. */
export const mysteryKeyhole: Composition = ({ paper, dark, first, second }, vary) => {
  const x = Math.round(vary(160, 240));
  const eye = vary(-16, 16);
  return {
    ground: dark,
    shapes:
      disc(x, 170, 128, first) +
      disc(x, 148, 66, paper) +
      polygon(
        [
          [x - 26, 190],
          [x + 26, 190],
          [x + 56, 352],
          [x - 56, 352],
        ],
        paper,
      ) +
      area(`M${x - 58} 148q58-56 116 0q-58 56-116 0Z`, dark) +
      disc(x + eye, 148, 22, second) +
      disc(x + eye, 148, 9, dark),
    lettering: { zone: "bottom", on: dark, align: "middle" },
  };
};
