// Where to look next for better hyperparameters.
import type {
  HyperparameterChoice,
  HyperparameterRange,
  HyperparameterRule,
  HyperparameterValue,
  Random,
} from "@matinee/engines";
import { createParzenEstimator } from "./parzen-estimator.ts";

/** Settings that were tried, and the error they gave on validation data; lower is better. */
export interface ParzenTrial {
  readonly hyperparameters: Readonly<Record<string, HyperparameterValue>>;
  readonly loss: number;
}

/** Trials by chance before the first guess; the very first has the defaults. */
const startupTrials = 8;
const goodShare = 0.25;
const candidates = 24;

/**
 * The settings to try next, by the tree-structured Parzen estimator (Bergstra et al., Algorithms for hyper-parameter
 * optimization, NIPS 2011), each hyperparameter by itself: the best quarter of the trials gives a density l, the others g;
 * of 24 values drawn from l the one with the largest l / g. Values that a search should draw by factors live on a
 * logarithmic scale. Deterministic for the trials and the stream of chance.
 */
export function proposeHyperparameters(
  rules: Readonly<Record<string, HyperparameterRule>>,
  trials: readonly ParzenTrial[],
  random: Random,
): Record<string, HyperparameterValue> {
  const ordered = trials.toSorted((a, b) => a.loss - b.loss);
  const goodCount = Math.ceil(trials.length * goodShare);
  const good = ordered.slice(0, goodCount);
  const others = ordered.slice(goodCount);
  return Object.fromEntries(
    Object.entries(rules).map(([name, rule]) => {
      if (trials.length === 0) return [name, rule.default];
      const valuesOf = (of: readonly ParzenTrial[]) =>
        trials.length < startupTrials ? [] : of.map(({ hyperparameters }) => hyperparameters[name]);
      const [likely, unlikely] = [valuesOf(good), valuesOf(others)];
      const proposed =
        "choices" in rule
          ? proposeChoice(rule, likely.map(String), unlikely.map(String), random)
          : proposeNumber(rule, likely.map(Number), unlikely.map(Number), random);
      return [name, proposed];
    }),
  );
}

function proposeNumber(
  range: HyperparameterRange,
  good: readonly number[],
  others: readonly number[],
  random: Random,
): number {
  const { toUnit, fromUnit } = scaleOf(range);
  const likely = createParzenEstimator(good.map(toUnit));
  const unlikely = createParzenEstimator(others.map(toUnit));
  const draws = Array.from({ length: good.length > 0 ? candidates : 1 }, () => likely.draw(random));
  return fromUnit(best(draws, (place) => likely.density(place) / unlikely.density(place)));
}

function proposeChoice(
  { choices }: HyperparameterChoice,
  good: readonly string[],
  others: readonly string[],
  random: Random,
): string {
  const weightIn = (values: readonly string[]) => (choice: string) =>
    (1 + values.filter((value) => value === choice).length) / (choices.length + values.length);
  const drawn = Array.from({ length: good.length > 0 ? candidates : 1 }, () => {
    const own = good.length > 0 && random() < good.length / (good.length + choices.length);
    const from = own ? good : choices;
    return from[Math.floor(random() * from.length)];
  });
  return best(drawn, (choice) => weightIn(good)(choice) / weightIn(others)(choice));
}

function best<Value>(values: readonly Value[], worth: (value: Value) => number): Value {
  return values.reduce((leader, value) => (worth(value) > worth(leader) ? value : leader));
}

/** A range as the interval from 0 to 1 and back. */
function scaleOf({ minimum, maximum, integer, logarithmic }: HyperparameterRange) {
  const byFactors = logarithmic === true && minimum > 0;
  const [bend, unbend] = byFactors ? [Math.log, Math.exp] : [(value: number) => value, (value: number) => value];
  const [low, high] = [bend(minimum), bend(maximum)];
  return {
    toUnit: (value: number) => (high === low ? 0 : (bend(value) - low) / (high - low)),
    fromUnit(place: number) {
      const value = unbend(low + place * (high - low));
      return Math.min(maximum, Math.max(minimum, integer ? Math.round(value) : value));
    },
  };
}
