import type { Composition } from "../poster.types.ts";
import { area, polygon, times, turned } from "../shapes.ts";

/** A small sail on a great sea. */
export const adventureSail: Composition = ({ paper, dark, first, second }, vary) => {
  const x = vary(120, 280);
  const boat =
    polygon(
      [
        [x + 3, 268],
        [x + 58, 372],
        [x + 3, 372],
      ],
      dark,
    ) +
    polygon(
      [
        [x - 4, 286],
        [x - 4, 372],
        [x - 46, 372],
      ],
      first,
    ) +
    polygon(
      [
        [x - 56, 380],
        [x + 64, 380],
        [x + 44, 408],
        [x - 40, 408],
      ],
      dark,
    );
  const shift = vary(-90, 0);
  const waves = times(5, (index) => {
    const y = 404 + index * 42;
    const start = Math.round(shift - (index % 2) * 45);
    return area(
      `M${start} ${y}${times(7, () => "q22-26 45 0t45 0")}V620H${start}Z`,
      [first, second, first, dark, first][index],
    );
  });
  return {
    ground: paper,
    shapes: turned(boat, vary(-9, 9), x, 400) + waves,
    lettering: { zone: "top", on: paper, align: "middle" },
  };
};
