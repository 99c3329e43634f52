// Chance by counting, as ../../assembly/random.ts has it.

/** A bijection of 32-bit words that spreads every bit (Wellons, "Hash function prospector", 2018). */
function mix(word: number): number {
  const once = Math.imul(word ^ (word >>> 16), 0x7feb352d);
  const twice = Math.imul(once ^ (once >>> 15), 0x846ca68b);
  return (twice ^ (twice >>> 16)) >>> 0;
}

/** Uniform in (0, 1). */
export function uniform(key: number, counter: number): number {
  return (mix(mix((counter + key) | 0) ^ mix(key ^ 0x9e3779b9)) + 0.5) / 2 ** 32;
}

/** Standard normal, by inversion. */
export const normal = (key: number, counter: number): number => normalQuantile(uniform(key, counter));

/** Φ⁻¹, relative error 1.2e-9 (Acklam's rational approximation). */
export function normalQuantile(probability: number): number {
  if (probability < 0.02425) return lowerTailQuantile(probability);
  if (probability > 0.97575) return -lowerTailQuantile(1 - probability);
  const q = probability - 0.5;
  const r = q * q;
  return (q * polynomial(centralAbove, r)) / polynomial(centralBelow, r);
}

const centralAbove = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239,
];
const centralBelow = [
  -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1,
];
const tailAbove = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
];
const tailBelow = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1];

function lowerTailQuantile(probability: number): number {
  const q = Math.sqrt(-2 * Math.log(probability));
  return polynomial(tailAbove, q) / polynomial(tailBelow, q);
}

function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (const coefficient of coefficients) sum = sum * x + coefficient;
  return sum;
}

/** φ */
export const normalDensity = (x: number): number => Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);

const tailCoefficients = [1.330274429, -1.821255978, 1.781477937, -0.356563782, 0.31938153, 0];

/** Φ, error 7.5e-8 (Abramowitz and Stegun 26.2.17). */
export function normalProbability(x: number): number {
  const tail = normalDensity(x) * polynomial(tailCoefficients, 1 / (1 + 0.2316419 * Math.abs(x)));
  return x > 0 ? 1 - tail : tail;
}
