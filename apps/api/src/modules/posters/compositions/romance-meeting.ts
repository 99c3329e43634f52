import type { Composition } from "../poster.types.ts";
import { area, disc } from "../shapes.ts";

/** Two shores that lean toward each other, a sun between them. */
export const romanceMeeting: Composition = ({ paper, dark, first, second }, vary) => {
  const y = vary(390, 440);
  const gap = vary(8, 20);
  return {
    ground: second,
    shapes:
      disc(200, y - 96, 46, paper) +
      area(`M-10 260C60 270 ${200 - gap} ${(y - 70) | 0} ${200 - gap} ${y | 0}S90 560 60 610H-10Z`, first) +
      area(`M410 260C340 270 ${200 + gap} ${(y - 50) | 0} ${200 + gap} ${y | 0}S310 560 340 610H410Z`, dark),
    lettering: { zone: "top", on: second, align: "middle" },
  };
};
