// Approximate widths of characters in sizes, for the bold of common serif faces: the wider of them, so that text fits.

const classes: readonly (readonly [characters: RegExp, width: number])[] = [
  [/[ilj.,:;'’!|·]/u, 0.36],
  [/[\sftrI()[\]"“”‘*/\\-]/u, 0.43],
  [/[sczJ?]/u, 0.55],
  [/[mwMW@%—…]/u, 0.98],
  [/[ABCDEFGHKLNOPQRSTUVXYZ&ÀÁÂÃÄÅÈÉÊËÒÓÔÕÖÙÚÛÜ]/u, 0.76],
  [/[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/u, 1],
  [/[\u0400-\u04ff]/u, 0.72],
  [/\p{M}/u, 0],
  [/\p{Lu}/u, 0.78],
  [/\p{Extended_Pictographic}/u, 1.3],
];

const OTHERS = 0.6;

const widths = new Map<string, number>();

export function characterWidth(character: string): number {
  const known = widths.get(character);
  if (known !== undefined) return known;
  const width = classes.find(([characters]) => characters.test(character))?.[1] ?? OTHERS;
  widths.set(character, width);
  return width;
}

export function lineWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}
