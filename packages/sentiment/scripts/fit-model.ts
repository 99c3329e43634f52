// Views on the texts that are used, their combination on texts that the views did not see.
import { type LinearModel, scoreWords, type View, viewShapes } from "../src/linear-model.ts";
import { splitWords } from "../src/words.ts";
import type { ScoredText } from "./fit-combination.ts";
import { fitView, prepareView } from "./fit-view.ts";
import type { LabelledText } from "./labelled-texts.ts";

/** Prepares all texts once; the functions then fit and score parts of them. */
export function createTrainer(texts: readonly LabelledText[], seed: number) {
  const prepared = viewShapes.map((shape) => ({ shape, examples: prepareView(texts, shape) }));
  const wordLists = texts.map(({ text }) => splitWords(text));

  const fitViews = (isUsed: (text: number) => boolean): View[] =>
    prepared.map(({ shape, examples }) => fitView(texts, shape, examples, isUsed, seed));

  const scoreTexts = (views: LinearModel["views"], isScored: (text: number) => boolean): ScoredText[] =>
    wordLists.flatMap((words, index) =>
      isScored(index)
        ? { scores: scoreWords(words, views), wordCount: words.length, positive: texts[index].positive }
        : [],
    );

  return { fitViews, scoreTexts, wordLists };
}
