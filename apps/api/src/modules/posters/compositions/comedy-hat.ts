import type { Composition } from "../poster.types.ts";
import { area, disc, rectangle, turned } from "../shapes.ts";

/** A bowler hat, two eyes and a moustache: a face, for all it matters. */
export const comedyHat: Composition = ({ paper, dark, first, second }, vary) => {
  const look = vary(-12, 12);
  const hat =
    area("M112 372C112 250 288 250 288 372Z", dark) +
    rectangle(112, 346, 176, 22, first) +
    rectangle(74, 368, 252, 18, dark);
  const face =
    disc(158, 436, 26, paper) +
    disc(242, 436, 26, paper) +
    disc(158 + look, 438, 11, dark) +
    disc(242 + look, 438, 11, dark) +
    area(
      "M200 492C170 470 120 480 92 520 130 522 176 536 200 512 224 536 270 522 308 520 280 480 230 470 200 492Z",
      dark,
    );
  return {
    ground: second,
    shapes: face + turned(hat, vary(-13, 13), 200, 380),
    lettering: { zone: "top", on: second, align: "middle" },
  };
};
