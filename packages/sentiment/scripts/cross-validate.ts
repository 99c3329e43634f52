// Accuracy and calibration on texts that a model did not learn from:
// node packages/sentiment/scripts/cross-validate.ts --data FOLDER [--folds N]
import { parseArgs } from "node:util";
import { expectedCalibrationError } from "../src/calibration-error.ts";
import { computeLogit, toProbability } from "../src/linear-model.ts";
import { fitCombination } from "./fit-combination.ts";
import { createTrainer } from "./fit-model.ts";
import { assignFolds, readLabelledTexts, type TextKind } from "./labelled-texts.ts";

const foldCount = 10;
const seed = 1;

const { values: options } = parseArgs({ options: { data: { type: "string" }, folds: { type: "string" } } });
if (!options.data) throw new Error("Name the folder that holds rt-polarity.zip and aclimdb-train.jsonl.gz by --data.");

const texts = await readLabelledTexts(options.data);
const folds = assignFolds(texts, foldCount, seed);
const trainer = createTrainer(texts, seed);
const judged: Record<TextKind, { probabilities: number[]; positive: boolean[] }> = {
  sentence: { probabilities: [], positive: [] },
  review: { probabilities: [], positive: [] },
};

for (let fold = 0; fold < Number(options.folds ?? foldCount); fold++) {
  // The combination sees neither the texts it will be judged on nor those the views learned from.
  const inner = (fold + 1) % foldCount;
  const innerViews = trainer.fitViews((text) => folds[text] !== fold && folds[text] !== inner);
  const combination = fitCombination(trainer.scoreTexts(innerViews, (text) => folds[text] === inner));
  const model = { views: trainer.fitViews((text) => folds[text] !== fold), combination };
  trainer.wordLists.forEach((words, text) => {
    if (folds[text] !== fold) return;
    const { probabilities, positive } = judged[texts[text].kind];
    probabilities.push(toProbability(computeLogit(words, model)));
    positive.push(texts[text].positive);
  });
  console.log(`fold ${fold + 1}: ${(["sentence", "review"] as const).map(describe).join("; ")}`);
}

function describe(kind: TextKind): string {
  const { probabilities, positive } = judged[kind];
  const right = probabilities.filter((probability, index) => probability >= 0.5 === positive[index]).length;
  const error = expectedCalibrationError(probabilities, positive);
  return `${probabilities.length} ${kind}s, accuracy ${(right / positive.length).toFixed(4)}, calibration error ${error.toFixed(4)}`;
}
