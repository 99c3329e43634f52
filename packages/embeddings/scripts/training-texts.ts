// Which texts the table learns from: whole film texts, their sentences, titles with genres and cast, queries, reviews.
import { createHash } from "node:crypto";
import { splitHeldOut, type TextFile } from "./read-texts.ts";

export interface TrainingText {
  readonly text: string;
  /** How much it counts in the regression. */
  readonly weight: number;
}

/** What the table is used on counts most; a title alone is read so differently that it bends what whole texts need. */
export const textWeights = { whole: 8, part: 1, review: 0.25, short: 0.1 };

const shortestPiece = 20;
/** A window of a review ends with the sentence that brings it to so many words: as long as the overview of a film. */
const windowWords = 40;
/** Of 256: reviews tell little about films that film texts do not, and embedding all takes hours. */
const reviewShare = 64;
const sentences = new Intl.Segmenter("en", { granularity: "sentence" });
const queryStarts = ["films about", "a movie with", "something like"];

/** Every text once, by the weight it came with first. Nothing of a film text that is held out is among them. */
export function listTrainingTexts(files: readonly TextFile[]): TrainingText[] {
  const weights = new Map<string, number>();
  const heldOut = new Set<string>();
  const add = (texts: readonly string[], weight: number) => {
    for (const text of texts) if (!weights.has(text)) weights.set(text, weight);
  };
  for (const { kind, records } of files) {
    if (kind === "films") {
      const split = splitHeldOut(records);
      for (const text of split.heldOut) for (const piece of [text, ...splitSentences(text)]) heldOut.add(piece);
      for (const { text, cards } of split.used) {
        add([text], textWeights.whole);
        add(cutFilmText(text), textWeights.part);
        add(cards, textWeights.short);
      }
    }
    for (const { text, cards } of kind === "films" ? [] : records) {
      if (kind === "reviews") add(cutReview(text).filter(isDrawn), textWeights.review);
      if (kind === "lines") add([text], textWeights.part);
      if (kind === "titles") add(cards, textWeights.short);
      if (kind === "tags") add([text, ...queryStarts.map((start) => `${start} ${text}`)], textWeights.short);
    }
  }
  return Array.from(weights, ([text, weight]) => ({ text, weight })).filter(({ text }) => !heldOut.has(text));
}

/** The sentences, and each two that follow one another. */
function cutFilmText(text: string): string[] {
  const single = splitSentences(text);
  if (single.length < 2) return [];
  const pairs = single.length < 3 ? [] : single.slice(1).map((sentence, index) => `${single[index]} ${sentence}`);
  return [...single, ...pairs];
}

/** Windows side by side over the whole review, and the first sentence of each. */
function cutReview(text: string): string[] {
  const pieces: string[] = [];
  let window: string[] = [];
  let words = 0;
  for (const sentence of splitSentences(text.replaceAll(/<br\s*\/?>/g, " "))) {
    window.push(sentence);
    words += sentence.split(/\s+/).length;
    if (words < windowWords) continue;
    pieces.push(window.join(" "), window[0]);
    window = [];
    words = 0;
  }
  if (window.length > 0) pieces.push(window.join(" "));
  return pieces;
}

function splitSentences(text: string): string[] {
  return Array.from(sentences.segment(text), ({ segment }) => segment.trim()).filter(
    (sentence) => sentence.length >= shortestPiece,
  );
}

/** By the text itself: the same ones each time, whatever else there is. */
function isDrawn(text: string): boolean {
  return createHash("sha1").update(text).digest()[0] < reviewShare;
}
