import type { Composition } from "../poster.types.ts";
import { disc, line, times } from "../shapes.ts";

/** Five lines in waves, with notes on them. */
export const musicalStave: Composition = ({ paper, dark, first, second }, vary) => {
  const swing = vary(50, 90) * (vary(0, 1) < 0.5 ? 1 : -1);
  const waveAt = (x: number) => 205 + swing * Math.sin((x / 400) * 2 * Math.PI);
  const stave = times(5, (index) => {
    const y = Math.round(145 + index * 30);
    const bend = Math.round(swing * 1.9);
    return line(`M-10 ${y}C120 ${y + bend} 280 ${y - bend} 410 ${y}`, index % 2 ? first : paper, 5);
  });
  const notes = times(5, (index) => {
    const x = 52 + index * 74;
    const y = waveAt(x) * 0.5 + 102 + vary(-50, 50);
    const stem = line(`M${Math.round(x + 19)} ${Math.round(y)}v-74`, second, 6);
    return disc(x, y, 22, second) + stem;
  });
  return { ground: dark, shapes: stave + notes, lettering: { zone: "bottom", on: dark, align: "middle" } };
};
