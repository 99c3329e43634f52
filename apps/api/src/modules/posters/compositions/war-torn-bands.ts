import type { Composition } from "../poster.types.ts";
import { polygon } from "../shapes.ts";

/** Bands of color with torn edges. */
export const warTornBands: Composition = ({ paper, dark, first, second }, vary) => {
  const torn = (y: number, height: number, tilt: number, fill: string) => {
    const edge = (at: number, sign: number) =>
      Array.from({ length: 15 }, (_, index) => {
        const share = sign > 0 ? index / 14 : 1 - index / 14;
        return [share * 416 - 8, at + tilt * (share - 0.5) + vary(-9, 9)] as const;
      });
    return polygon([...edge(y, 1), ...edge(y + height, -1)], fill);
  };
  const tilt = vary(-70, 70);
  return {
    ground: paper,
    shapes: torn(58, 116, tilt, first) + torn(196, 46, tilt * 0.8, second) + torn(258, 104, tilt * 0.6, dark),
    lettering: { zone: "bottom", on: paper, align: "start" },
  };
};
