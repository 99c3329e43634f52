import type { Composition } from "../poster.types.ts";
import { area, disc, polygon, rectangle, ring, times, turned } from "../shapes.ts";

/** Simple forms that fall over each other. */
export const comedyTumble: Composition = ({ paper, dark, first, second }, vary) => {
  const forms = [
    (x: number, y: number) => disc(x, y, 56, first),
    (x: number, y: number) => rectangle(x - 46, y - 46, 92, 92, dark),
    (x: number, y: number) => area(`M${x - 70} ${y + 30}a70 70 0 0 1 140 0Z`, second),
    (x: number, y: number) =>
      polygon(
        [
          [x, y - 60],
          [x + 60, y + 44],
          [x - 60, y + 44],
        ],
        first,
      ),
    (x: number, y: number) => ring(x, y, 42, 24, dark),
    (x: number, y: number) => rectangle(x - 76, y - 17, 152, 34, second),
    (x: number, y: number) => disc(x, y, 30, dark),
  ];
  const start = Math.floor(vary(0, forms.length));
  const fall = times(7, (index) => {
    const x = Math.round(68 + (index % 3) * 132 + vary(-20, 20));
    const y = Math.round(62 + Math.floor(index / 3) * 122 + (index % 2) * 34 + vary(-10, 10));
    return turned(forms[(index * 3 + start) % forms.length](index === 6 ? x + 132 : x, y), vary(-50, 50), x, y);
  });
  return {
    ground: paper,
    shapes: fall + rectangle(0, 400, 400, 200, paper),
    lettering: { zone: "bottom", on: paper, align: "start" },
  };
};
