/** One rule for outliers or missing values: how many broke it in what was read, and how many do in what is stored. */
export interface Treatment {
  /** The rule and what is done: "no year: taken from another source". */
  readonly rule: string;
  readonly before: number;
  readonly after: number;
}
