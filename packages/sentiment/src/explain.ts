import { computeLogit, type LinearModel, listTerms, type View } from "./linear-model.ts";

/** What a word added to the logit; positive numbers speak for POSITIVE. */
export interface WordContribution {
  /** In lower case; punctuation marks count as words. */
  readonly word: string;
  readonly contribution: number;
}

export interface Explanation {
  /** Logarithm of the odds of positive: the sum of all contributions and the offset. */
  readonly logit: number;
  /** The logit of a text that says nothing. */
  readonly offset: number;
  /** Each distinct word once, the one that decided most first; what a phrase says is shared evenly among its words. */
  readonly words: readonly WordContribution[];
}

export function explainWords(words: readonly string[], model: LinearModel): Explanation {
  const { combination } = model;
  const contributions = new Map<string, number>();
  model.views.forEach((view, index) => {
    const unit = model.views.map((_, other) => (other === index ? 1 : 0));
    const factor =
      listTerms(unit, words.length).reduce((sum, term, at) => sum + term * combination[at], 0) - combination.at(-1)!;
    addView(contributions, words, view, factor);
  });
  const list = [...contributions].map(([word, contribution]) => ({ word, contribution }));
  list.sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution) || (a.word < b.word ? -1 : 1));
  return { logit: computeLogit(words, model), offset: combination.at(-1)!, words: list };
}

/** Adds what each word says in one view, times `factor`. A feature counts where it first occurs. */
function addView(contributions: Map<string, number>, words: readonly string[], view: View, factor: number): void {
  const seen = new Set<number>();
  const parts = new Map<string, number>();
  view.visitFeatures(words, (hash, first, count, step) => {
    const bucket = hash & (view.steps.length - 1);
    if (seen.has(bucket)) return;
    seen.add(bucket);
    const share = (Math.abs(view.steps[bucket]) * view.steps[bucket]) / count;
    for (let at = 0; at < count; at++) {
      const word = words[first + at * step];
      parts.set(word, (parts.get(word) ?? 0) + share);
    }
  });
  const unit = (factor * view.scale) / Math.sqrt(seen.size || 1);
  for (const [word, part] of parts) contributions.set(word, (contributions.get(word) ?? 0) + unit * part);
}
