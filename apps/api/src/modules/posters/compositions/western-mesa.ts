import type { Composition } from "../poster.types.ts";
import { disc, polygon, rectangle } from "../shapes.ts";

/** Table mountains in two distances and a pale sun. */
export const westernMesa: Composition = ({ paper, dark, first, second }, vary) => {
  const mesa = (x: number, top: number, width: number, base: number, fill: string) =>
    polygon(
      [
        [x - width * 0.8, base],
        [x - width * 0.55, top + 52],
        [x - width * 0.46, top + 46],
        [x - width * 0.4, top],
        [x + width * 0.34, top],
        [x + width * 0.38, top + 18],
        [x + width * 0.46, top + 46],
        [x + width * 0.6, top + 60],
        [x + width * 0.85, base],
      ],
      fill,
    );
  const near = vary(110, 150);
  const isLeft = vary(0, 1) < 0.5;
  return {
    ground: paper,
    shapes:
      disc(isLeft ? 236 : 164, 326, vary(56, 68), second) +
      mesa(isLeft ? 318 : 82, vary(330, 352), 120, 470, first) +
      rectangle(0, 462, 400, 138, first) +
      mesa(isLeft ? near : 400 - near, vary(266, 290), 150, 545, dark) +
      rectangle(0, 540, 400, 60, dark),
    lettering: { zone: "top", on: paper, align: "start" },
  };
};
