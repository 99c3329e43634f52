import type { DataFacts, Extent } from "./data-facts.types.ts";

/** A hard expectation that fails stops the import and the training; a soft one is reported. */
export type Severity = "HARD" | "SOFT";

export interface Expectation {
  /** Short and unique: "years-of-films". */
  readonly name: string;
  /** What is expected, in plain words. */
  readonly description: string;
  readonly severity: Severity;
  /** The value, or the lowest and highest of many. Null where there is nothing to judge: that passes. */
  readonly observe: (facts: DataFacts) => number | Extent | null;
  /** Where it has to lie, both ends included. */
  readonly within: Partial<Extent> | ((facts: DataFacts) => Partial<Extent>);
  /** How its values are written. */
  readonly show: (value: number) => string;
}

export interface ExpectationResult {
  readonly name: string;
  readonly description: string;
  readonly severity: Severity;
  readonly passed: boolean;
  /** "1902 to 2018" */
  readonly observed: string;
  /** "1870 to 2036" */
  readonly expected: string;
}
