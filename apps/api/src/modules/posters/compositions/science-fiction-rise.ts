import type { Composition } from "../poster.types.ts";
import { disc, times } from "../shapes.ts";

/** A planet rising, half of it in its own night, with a moon and a few stars. */
export const scienceFictionRise: Composition = ({ paper, dark, first, second }, vary) => {
  const x = vary(90, 310);
  const shift = x < 200 ? 70 : -70;
  const stars = times(22, () => disc(vary(10, 390), vary(236, 590), vary(1, 2.6), paper));
  return {
    ground: dark,
    shapes:
      stars +
      disc(x, 620, 290, second) +
      disc(x + shift * 0.4, 642, 290, first) +
      disc(x + shift * 2.1, 716, 300, dark) +
      disc(x < 200 ? vary(290, 340) : vary(60, 110), vary(270, 320), vary(20, 32), paper),
    lettering: { zone: "top", on: dark, align: "middle" },
  };
};
