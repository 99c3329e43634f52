import type { Composition } from "../poster.types.ts";
import { disc, polygon, rectangle } from "../shapes.ts";

/** A door ajar, light on the floor, and someone in it. */
export const horrorDoor: Composition = ({ dark, first, second, paper }, vary) => {
  const x = vary(150, 250);
  const lean = vary(-110, 110);
  return {
    ground: dark,
    shapes:
      rectangle(0, 470, 400, 130, first) +
      polygon(
        [
          [x - 42, 470],
          [x + 42, 470],
          [x + 120 + lean, 600],
          [x - 120 + lean, 600],
        ],
        paper,
      ) +
      rectangle(x - 42, 262, 84, 208, second) +
      disc(x, 330, 14, dark) +
      polygon(
        [
          [x - 9, 338],
          [x + 9, 338],
          [x + 24, 366],
          [x + 16, 470],
          [x + 26 + lean * 0.7, 600],
          [x - 26 + lean * 0.7, 600],
          [x - 16, 470],
          [x - 24, 366],
        ],
        dark,
      ),
    lettering: { zone: "top", on: dark, align: "middle" },
  };
};
