import { describe, expect, it } from "vitest";
import { lineWidth } from "./character-widths.ts";
import { LEADING, layTitle } from "./title-lines.ts";

const box = { width: 340, height: 142 };

describe("layTitle", () => {
  it.each([
    "M",
    "Alien",
    "The Good, the Bad and the Ugly",
    "Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb",
    "Taumatawhakatangihangakoauauotamateaturipukakapikimaungahoronukupokaiwhenuakitanatahu",
    "Возвращение в Союз Советских Социалистических Республик",
    "千と千尋の神隠し",
    "W".repeat(200),
    "word ".repeat(100),
  ])("fits: %s", (title) => {
    const { lines, size } = layTitle(title, box);
    expect(size).toBeGreaterThanOrEqual(27);
    expect(lines.length * size * LEADING).toBeLessThanOrEqual(box.height);
    for (const line of lines) expect(lineWidth(line) * size).toBeLessThanOrEqual(box.width);
  });

  it("keeps a title whole and its lines balanced", () => {
    expect(layTitle("The Good, the Bad and the Ugly", box).lines.join(" ")).toBe("The Good, the Bad and the Ugly");
    expect(layTitle("Raiders of the Lost Ark", box).lines).toEqual(["Raiders of", "the Lost Ark"]);
    expect(layTitle("Alien", box)).toEqual({ lines: ["Alien"], size: 88 });
  });

  it("breaks between ideographs without adding spaces", () => {
    expect(layTitle("千と千尋の神隠し", box).lines.join("")).toBe("千と千尋の神隠し");
  });

  it("ends what cannot fit with an ellipsis", () => {
    const { lines } = layTitle("word ".repeat(100), box);
    expect(lines.at(-1)).toMatch(/…$/);
  });
});
