import type { Composition } from "../poster.types.ts";
import { disc, line, rectangle, times } from "../shapes.ts";

/** A low sun, sliced by haze, behind a line of telegraph poles. */
export const westernLowSun: Composition = ({ dark, first, second }, vary) => {
  const x = vary(130, 270);
  const haze = times(4, (index) => rectangle(0, 322 + index * 20, 400, 4 + index * 3, second));
  const toLeft = vary(0, 1) < 0.5;
  const poles = times(6, (index) => {
    const share = 0.62 ** index;
    const at = toLeft ? 400 - 350 * share : 350 * share;
    const top = 400 - 270 * share;
    const arm = 26 * share;
    return line(
      `M${at | 0} 402V${top | 0}M${(at - arm) | 0} ${(top + arm) | 0}h${(2 * arm) | 0}m${(-1.7 * arm) | 0} ${(arm * 1.1) | 0}h${(1.4 * arm) | 0}`,
      dark,
      7 * share + 1,
    );
  });
  return {
    ground: second,
    shapes: disc(x, 330, vary(118, 142), first) + haze + rectangle(0, 398, 400, 202, dark) + poles,
    lettering: { zone: "bottom", on: dark, align: "start" },
  };
};
