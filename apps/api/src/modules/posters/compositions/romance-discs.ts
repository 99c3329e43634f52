import type { Composition } from "../poster.types.ts";
import { disc, overprint } from "../shapes.ts";

/** Two discs that overlap. */
export const romanceDiscs: Composition = ({ paper, first, second }, vary) => {
  const angle = vary(-0.7, 0.7);
  const apart = vary(62, 84);
  const [left, right] = vary(0, 1) < 0.5 ? [first, second] : [second, first];
  const [dx, dy] = [apart * Math.cos(angle), apart * Math.sin(angle)];
  return {
    ground: paper,
    shapes: disc(200 - dx, 206 - dy, 118, left) + overprint(disc(200 + dx, 206 + dy, 118, right)),
    lettering: { zone: "bottom", on: paper, align: "middle" },
  };
};
