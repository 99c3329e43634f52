// One view's weights from labelled texts: an NB-SVM over its features.
import { listBuckets } from "../src/features.ts";
import type { View, viewShapes } from "../src/linear-model.ts";
import { splitWords } from "../src/words.ts";
import { fitWeights } from "./dual-coordinate-descent.ts";
import type { LabelledText } from "./labelled-texts.ts";
import { computeLogCountRatios } from "./log-count-ratios.ts";
import type { TrainingRows } from "./training-rows.ts";

export type ViewShape = (typeof viewShapes)[number];

interface Influence {
  /** What a mistake costs. */
  readonly cost: number;
  /** How often the text counts in the log-count ratios. */
  readonly count: number;
}

interface ViewSettings {
  readonly sentence: Influence;
  readonly review: Influence;
  /** A sentence of a review, labelled as the whole; undefined leaves them out. */
  readonly part?: Influence;
}

/** Chosen by accuracy on three of ten folds. */
export const viewSettings: Readonly<Record<ViewShape["name"], ViewSettings>> = {
  phrases: { sentence: { cost: 1, count: 1 }, review: { cost: 1, count: 1 } },
  pieces: { sentence: { cost: 1, count: 5 }, review: { cost: 0.1, count: 1 }, part: { cost: 0.03, count: 0 } },
};

/** A row of a view's buckets with what it stands for. */
interface Example {
  readonly text: number;
  readonly row: Uint32Array;
  readonly influence: Influence;
}

/** All rows of a view, made once for many fits. */
export function prepareView(
  texts: readonly LabelledText[],
  { name, visitFeatures, bucketCount }: ViewShape,
): Example[] {
  const settings = viewSettings[name];
  const toRow = (text: string) => listBuckets(splitWords(text), visitFeatures, bucketCount);
  return texts.flatMap(({ kind, text }, index) => {
    const whole = { text: index, row: toRow(text), influence: settings[kind] };
    const { part } = settings;
    if (!part || kind === "sentence") return whole;
    return [whole, ...splitReview(text).map((sentence) => ({ text: index, row: toRow(sentence), influence: part }))];
  });
}

/** Fits on the texts that `isUsed` names. */
export function fitView(
  texts: readonly LabelledText[],
  shape: ViewShape,
  examples: readonly Example[],
  isUsed: (text: number) => boolean,
  seed: number,
): View {
  const used = examples.filter(({ text }) => isUsed(text));
  const training: TrainingRows = {
    rows: used.map(({ row }) => row),
    positive: Uint8Array.from(used, ({ text }) => (texts[text].positive ? 1 : 0)),
    costs: Float64Array.from(used, ({ influence }) => influence.cost),
    countWeights: Float64Array.from(used, ({ influence }) => influence.count),
  };
  const weights = fitWeights(training, computeLogCountRatios(training, shape.bucketCount), seed);
  return { visitFeatures: shape.visitFeatures, ...quantize(weights) };
}

/** To 255 steps that are finer near zero, where most weights are. */
function quantize(weights: Float32Array): Pick<View, "steps" | "scale"> {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const steps = Int8Array.from(weights, (weight) =>
    Math.round(Math.sign(weight) * Math.sqrt(Math.abs(weight) / largest) * 127),
  );
  return { steps, scale: largest / 127 ** 2 };
}

/** Every other sentence of 6 to 40 words. */
function splitReview(review: string): string[] {
  const sentences = review.replace(/<[^<>]{1,20}>/g, " ").split(/(?<=[.!?])\s+/);
  const fitting = sentences.filter((sentence) => {
    const length = sentence.split(/\s+/).length;
    return length >= 6 && length <= 40;
  });
  return fitting.filter((_, index) => index % 2 === 0);
}
