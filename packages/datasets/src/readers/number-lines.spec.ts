import { expect, it } from "vitest";
import { readNumberLines } from "./number-lines.ts";

async function* inPieces(text: string, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < text.length; at += size) yield Buffer.from(text.slice(at, at + size));
}

async function rowsOf(text: string, separator: string, size: number) {
  const rows: { line: number; values: number[]; ended: boolean }[] = [];
  await readNumberLines(inPieces(text, size), separator, null, ({ fields, count, number, ended }) => {
    rows.push({ line: number, values: [...fields.subarray(0, count)], ended });
  });
  return rows;
}

it.each([1, 3, 1000])("reads numbers wherever the pieces are cut (%i bytes)", async (size) => {
  expect(await rowsOf('1,2.5,-3\r\n\n"4", 5 ,x\n1.2.3,,.\n7', ",", size)).toEqual([
    { line: 1, values: [1, 2.5, -3], ended: true },
    { line: 3, values: [4, 5, Number.NaN], ended: true },
    { line: 4, values: [Number.NaN, Number.NaN, Number.NaN], ended: true },
    { line: 5, values: [7], ended: false },
  ]);
});

it("knows the separators of all layouts", async () => {
  expect((await rowsOf("1::20::4.5::978300760\n", "::", 7))[0].values).toEqual([1, 20, 4.5, 978300760]);
  expect((await rowsOf("1\t20\t4\n", "\t", 7))[0].values).toEqual([1, 20, 4]);
});
