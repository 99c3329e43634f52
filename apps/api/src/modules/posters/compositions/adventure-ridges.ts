import type { Composition } from "../poster.types.ts";
import { disc, polygon } from "../shapes.ts";

/** Ridge behind ridge, down to the dark one in front. */
export const adventureRidges: Composition = ({ paper, dark, first, second }, vary) => {
  const ridge = (base: number, height: number, fill: string, peaks: number) => {
    const crest = Array.from({ length: peaks * 2 + 1 }, (_, index) => {
      const x = (index / (peaks * 2)) * 400 + (index % 2 ? vary(-16, 16) : vary(-10, 10));
      return [x, index % 2 ? base - height * vary(0.65, 1) : base - height * vary(0, 0.2)] as const;
    });
    return polygon([[-20, 600], [-20, base], ...crest, [420, base], [420, 600]], fill);
  };
  const sky = disc(vary(80, 320), vary(92, 130), vary(44, 58), first);
  return {
    ground: paper,
    shapes: sky + ridge(258, 130, second, 2) + ridge(326, 116, first, 3) + ridge(400, 84, dark, 4),
    lettering: { zone: "bottom", on: dark, align: "start" },
  };
};
