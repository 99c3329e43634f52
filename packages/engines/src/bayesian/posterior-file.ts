// A posterior as the numbers, texts and arrays of a model file.
import type { ModelContent } from "../model/model-file.ts";
import type { Posterior } from "./posterior.ts";

export const posteriorLayout = {
  numbers: ["columns", "draws", "gaussianDraws", "noiseFreedom"],
  texts: ["terms"],
  arrays: {
    itemBytes: "i8",
    itemScales: "f32",
    itemCenters: "f32",
    implicitBytes: "i8",
    implicitScales: "f32",
    implicitCenters: "f32",
    offsets: "f32",
    noise: "f32",
    shifts: "f32",
    stretches: "f32",
    means: "f32",
    precisions: "f32",
    termVectors: "f32",
    levels: "f32",
    cuts: "f32",
  },
} as const;

export function posteriorContent(posterior: Posterior) {
  const { columns, draws, gaussianDraws, noiseFreedom, items, implicit, terms, ...arrays } = posterior;
  return {
    numbers: { columns, draws, gaussianDraws, noiseFreedom },
    texts: { terms },
    arrays: {
      ...{ itemBytes: items.bytes, itemScales: items.scales, itemCenters: items.centers },
      ...{ implicitBytes: implicit.bytes, implicitScales: implicit.scales, implicitCenters: implicit.centers },
      ...arrays,
    },
  } satisfies ModelContent;
}

export function posteriorOf({ numbers, texts, arrays }: ReturnType<typeof posteriorContent>): Posterior {
  const { itemBytes, itemScales, itemCenters, implicitBytes, implicitScales, implicitCenters, ...rest } = arrays;
  return {
    ...numbers,
    ...texts,
    ...rest,
    items: { bytes: itemBytes, scales: itemScales, centers: itemCenters },
    implicit: { bytes: implicitBytes, scales: implicitScales, centers: implicitCenters },
  };
}
