import { statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadLinearClassifier } from "./linear.classifier.ts";

const classifier = await loadLinearClassifier();

const clear = {
  POSITIVE: [
    "A moving, beautifully acted film that stays with you for days.",
    "One of the best comedies in years; I laughed from start to finish.",
    "Wonderful performances and a smart, touching script. Highly recommended!",
    "An absolute joy; I would watch it again tomorrow.",
    "Superb. 10/10",
  ],
  NEGATIVE: [
    "A dull, lifeless mess with wooden acting and no ideas.",
    "I want my two hours back; what a waste of time and money.",
    "The worst sequel ever made, boring and stupid.",
    "It never becomes funny, and the plot makes no sense.",
    "Terrible. Avoid it. 1/10",
  ],
} as const;

describe("the linear classifier", () => {
  it.each(["POSITIVE", "NEGATIVE"] as const)("calls five clear texts %s", (label) => {
    for (const text of clear[label]) expect(classifier.judge(text).label, text).toBe(label);
  });

  it("is not sure about a text without words, and calls it NEUTRAL", () => {
    for (const text of ["", " \n", "<br />"]) {
      const { label, probability } = classifier.judge(text);
      expect(label, text).toBe("NEUTRAL");
      expect(Math.abs(probability - 0.5), text).toBeLessThan(0.1);
    }
  });

  it("hears a negation", () => {
    const worth = classifier.judge("It is worth the price of a ticket.").probability;
    const notWorth = classifier.judge("It is not worth the price of a ticket.").probability;
    expect(worth - notWorth).toBeGreaterThan(0.3);
    expect(notWorth).toBeLessThan(0.4);
  });

  it("names the words that decided, whose contributions add up to the logit", () => {
    const text = "A dull, lifeless film with one wonderful scene; the rest is a waste. A dull waste.";
    const { logit, offset, words } = classifier.explain(text);
    const sum = words.reduce((total, { contribution }) => total + contribution, offset);
    expect(sum).toBeCloseTo(logit, 9);
    expect(classifier.judge(text).probability).toBeCloseTo(1 / (1 + Math.exp(-logit)), 12);
    const of = (word: string) => words.find((each) => each.word === word)!.contribution;
    expect(of("waste")).toBeLessThan(-0.1);
    expect(of("dull")).toBeLessThan(-0.1);
    expect(of("wonderful")).toBeGreaterThan(0.1);
    const strengths = words.map(({ contribution }) => Math.abs(contribution));
    expect(strengths).toEqual([...strengths].sort((a, b) => b - a));
  });

  it("explains an empty text by the offset alone", () => {
    const { logit, offset, words } = classifier.explain("");
    expect(words).toEqual([]);
    expect(logit).toBe(offset);
  });

  it("judges many texts as it judges each, tells its progress and gives other work a turn", async () => {
    const texts = Array.from({ length: 3_000 }, (_, index) => `${clear.POSITIVE[index % 5]} ${index}`);
    const done: number[] = [];
    let ticks = 0;
    const interval = setInterval(() => ticks++, 0);
    const judged = await classifier.classify(texts, { onProgress: (count) => done.push(count) });
    clearInterval(interval);
    expect(judged).toEqual(texts.map(classifier.judge));
    expect(done.length).toBeGreaterThan(1);
    expect(done.at(-1)).toBe(3_000);
    expect(ticks).toBeGreaterThan(0);
    expect(await classifier.classify([])).toEqual([]);
  });

  it("stops when the signal says so", async () => {
    const controller = new AbortController();
    const texts = new Array<string>(10_000).fill(clear.NEGATIVE[0]);
    const judging = classifier.classify(texts, { signal: controller.signal, onProgress: () => controller.abort() });
    await expect(judging).rejects.toThrow("aborted");
  });

  it("judges any text of any script and length, always the same", () => {
    for (const text of ["Отличный фильм!", "七人の侍", "\ud800 lone", "x".repeat(100_000), "good ".repeat(50_000)]) {
      const { probability } = classifier.judge(text);
      expect(probability).toBeGreaterThan(0);
      expect(probability).toBeLessThan(1);
      expect(classifier.judge(text).probability).toBe(probability);
    }
    expect(classifier.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it("fits into 3 MB", () => {
    expect(statSync(new URL("../data/linear-sentiment.bin", import.meta.url)).size).toBeLessThan(3_000_000);
  });
});
