import type { Composition } from "../poster.types.ts";
import { area, disc, times } from "../shapes.ts";

/** Long fingers that reach in from the upper edge. */
export const horrorClaw: Composition = ({ dark, first, paper }, vary) => {
  const lean = vary(-60, 60);
  const fingers = times(5, (index) => {
    const x = 44 + index * 78;
    const tip = [270, 345, 380, 350, 285][index] + vary(-18, 12);
    const end = x + lean * 0.5 + (index - 2) * 6;
    const knuckle = tip * 0.55;
    return area(
      `M${x - 33} -5C${x - 30} ${knuckle | 0} ${(x - 26) | 0} ${knuckle | 0} ${(x - 18 + lean * 0.2) | 0} ${(tip * 0.7) | 0}Q${(end - 6) | 0} ${(tip - 30) | 0} ${end | 0} ${tip | 0}Q${(end + 12) | 0} ${(tip - 40) | 0} ${(x + 18 + lean * 0.2) | 0} ${(tip * 0.68) | 0}C${(x + 26) | 0} ${knuckle | 0} ${x + 30} ${knuckle | 0} ${x + 33} -5Z`,
      dark,
    );
  });
  return {
    ground: first,
    shapes: disc(200 + lean, 250, vary(120, 140), paper) + fingers,
    lettering: { zone: "bottom", on: first, align: "middle" },
  };
};
