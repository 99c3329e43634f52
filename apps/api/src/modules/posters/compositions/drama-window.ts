import type { Composition } from "../poster.types.ts";
import { rectangle, times } from "../shapes.ts";

/** A wall of dark windows and a lit one. */
export const dramaWindow: Composition = ({ paper, dark, first, second }, vary) => {
  const columns = Math.floor(vary(3, 4.99));
  const lit = Math.floor(vary(columns, columns * 3));
  const width = 400 / (columns + 0.6);
  const windows = times(columns * 3, (index) => {
    const x = (0.5 + (index % columns)) * width;
    const y = 34 + Math.floor(index / columns) * 122;
    const frame = rectangle(x, y, width * 0.6, 88, index === lit ? second : dark);
    return index === lit ? frame + rectangle(x + width * 0.3 - 2, y, 4, 88, first) : frame;
  });
  return {
    ground: first,
    shapes: windows + rectangle(0, 396, 400, 204, paper) + rectangle(0, 396, 400, 7, dark),
    lettering: { zone: "bottom", on: paper, align: "start" },
  };
};
