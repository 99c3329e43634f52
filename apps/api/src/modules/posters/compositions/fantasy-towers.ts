import type { Composition } from "../poster.types.ts";
import { disc, polygon, rectangle, times } from "../shapes.ts";

/** Towers below a crescent. */
export const fantasyTowers: Composition = ({ paper, dark, first, second }, vary) => {
  const moon = vary(0, 1) < 0.5 ? vary(62, 96) : vary(290, 330);
  const towers = times(5, (index) => {
    const x = 8 + index * 78;
    const width = vary(40, 58);
    const top = 330 + Math.abs(index - 2) * 42 + vary(-22, 22);
    const fill = index % 2 ? dark : second;
    const roof = polygon(
      [
        [x - 8, top],
        [x + width / 2, top - vary(62, 84)],
        [x + width + 8, top],
      ],
      index % 2 ? second : dark,
    );
    return rectangle(x, top, width, 600 - top, fill) + roof + rectangle(x + width / 2 - 4, top + 26, 8, 20, paper);
  });
  return {
    ground: first,
    shapes: disc(moon, 284, 46, paper) + disc(moon + 21, 274, 40, first) + towers + rectangle(0, 560, 400, 40, dark),
    lettering: { zone: "top", on: first, align: "middle" },
  };
};
