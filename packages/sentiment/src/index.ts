export { expectedCalibrationError } from "./calibration-error.ts";
export { startDistilBertClassifier } from "./distilbert.classifier.ts";
export type { Explanation, WordContribution } from "./explain.ts";
export { type LinearClassifier, loadLinearClassifier } from "./linear.classifier.ts";
export {
  type ClassifyOptions,
  type Sentiment,
  type SentimentClassifier,
  SentimentError,
  type SentimentLabel,
} from "./sentiment.types.ts";
