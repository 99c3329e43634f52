// `npm run evaluate-sentiment`: accuracy, calibration and speed of the sentiment classifier on labelled texts.
import { loadLinearClassifier, startDistilBertClassifier } from "@matinee/sentiment";
import { printTable } from "../command/print-table.ts";
import { runCommand } from "../command/run-command.ts";
import { evaluateSentiment } from "./evaluate-sentiment.ts";
import { readLabelledLines } from "./labelled-lines.ts";
import { parseSentimentOptions } from "./options.ts";

const { data, models, json } = parseSentimentOptions(process.argv.slice(2));

await runCommand(async (signal) => {
  const texts = await readLabelledLines(data);
  const classifier = await (models ? startDistilBertClassifier({ modelsFolder: models }) : loadLinearClassifier());
  try {
    const figures = await evaluateSentiment(classifier, texts, signal);
    if (json) console.log(JSON.stringify(figures));
    else {
      const { n, accuracy, expectedCalibrationError, textsPerSecond } = figures;
      const row = [classifier.name, n, accuracy.toFixed(4), expectedCalibrationError.toFixed(4), textsPerSecond];
      printTable(["classifier", "texts", "accuracy", "calibration error", "texts per second"], [row]);
    }
  } finally {
    await classifier.close();
  }
});
