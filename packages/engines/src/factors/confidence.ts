// How sure a rating makes us that its item interests its viewer.

export interface ConfidenceSettings {
  /** What a seen item of three stars counts. */
  readonly confidence: number;
  /** What each star above or below 3 changes that by, as a share. */
  readonly starWeight: number;
  /** What an unseen item counts. */
  readonly unobservedWeight: number;
}

/** What a seen item counts beyond an unseen one: confidence·(1 + starWeight·(stars − 3)) − unobservedWeight, 0 at least. */
export function weightOfStars(stars: number, { confidence, starWeight, unobservedWeight }: ConfidenceSettings): number {
  return Math.max(0, confidence * (1 + starWeight * (stars - 3)) - unobservedWeight);
}

export interface RidgeSettings {
  readonly unobservedWeight: number;
  readonly regularization: number;
  readonly regularizationExponent: number;
}

/**
 * λ of a row with `seen` entries of `others` possible ones: regularization · (seen + unobservedWeight·others)^exponent, the
 * base 1 at least (Rendle and others 2022). At exponent 0 that is the regularization itself.
 */
export function ridgeOf(
  seen: number,
  others: number,
  { unobservedWeight, regularization, regularizationExponent }: RidgeSettings,
): number {
  return regularization * Math.max(1, seen + unobservedWeight * others) ** regularizationExponent;
}
