import type { Composition } from "../poster.types.ts";
import { area, polygon, rectangle, times, turned } from "../shapes.ts";

/** Light through blinds, and a hat in front of it. */
export const crimeBlinds: Composition = ({ dark, first, second }, vary) => {
  const tilt = vary(-46, 46);
  const x = Math.round(vary(130, 270));
  const slats = times(9, (index) => {
    const y = 6 + index * 46;
    return polygon(
      [
        [0, y],
        [400, y + tilt],
        [400, y + tilt + 25],
        [0, y + 25],
      ],
      index % 4 === 2 ? first : second,
    );
  });
  const hat =
    area(`M${x - 62} 196C${x - 58} 128 ${x - 36} 108 ${x} 124 ${x + 36} 108 ${x + 58} 128 ${x + 62} 196Z`, dark) +
    area(
      `M${x - 116} 200C${x - 60} 176 ${x + 60} 176 ${x + 116} 194 ${x + 70} 222 ${x - 60} 226 ${x - 116} 200Z`,
      dark,
    );
  const shoulders = area(
    `M${x - 46} 200V250C${x - 46} 290 ${x - 30} 304 ${x - 30} 322C${x - 60} 340 ${x - 128} 340 ${x - 140} 420H${x + 140}` +
      `C${x + 128} 340 ${x + 60} 340 ${x + 30} 322C${x + 30} 304 ${x + 46} 290 ${x + 46} 250V200Z`,
    dark,
  );
  return {
    ground: dark,
    shapes: slats + turned(hat, vary(-9, 9), x, 200) + shoulders + rectangle(0, 398, 400, 202, dark),
    lettering: { zone: "bottom", on: dark, align: "start" },
  };
};
