import type { Composition } from "../poster.types.ts";
import { area, disc, rectangle, times } from "../shapes.ts";

/** Stairs toward an open door. */
export const dramaStairs: Composition = ({ paper, dark, first, second }, vary) => {
  const steps = Math.floor(vary(6, 9));
  const [rise, run] = [250 / steps, 330 / steps];
  const flight = `M-5 605V${600 - rise}${times(steps, (index) => `H${Math.round((index + 1) * run)}V${Math.round(600 - rise * (index + 2))}`)}H405V605Z`;
  const art =
    rectangle(318, 232, 82, 360, second) + area(flight, first) + disc(run * 2.5, 600 - rise * 3 - 62, 10, dark);
  const figure = area(`M${Math.round(run * 2.5 - 12)} ${Math.round(600 - rise * 3)}l4-50h16l4 50Z`, dark);
  const flipped = vary(0, 1) < 0.5 ? ' transform="matrix(-1 0 0 1 400 0)"' : "";
  return {
    ground: paper,
    shapes: `<g${flipped}>${art}${figure}</g>`,
    lettering: { zone: "top", on: paper, align: flipped ? "start" : "middle" },
  };
};
