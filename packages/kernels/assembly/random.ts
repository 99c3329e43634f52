// Chance by counting: a draw is a function of a key and a counter, so that it does not matter which thread takes it.
// The plain twin is ../src/sampling/random.plain.ts.

/** A bijection of 32-bit words that spreads every bit (Wellons, "Hash function prospector", 2018). */
// @ts-ignore: decorator
@inline
function mix(word: u32): u32 {
  word = (word ^ (word >> 16)) * 0x7feb352d;
  word = (word ^ (word >> 15)) * 0x846ca68b;
  return word ^ (word >> 16);
}

/** Uniform in (0, 1). */
// @ts-ignore: decorator
@inline
export function uniform(key: u32, counter: u32): f64 {
  return (<f64>mix(mix(counter + key) ^ mix(key ^ 0x9e3779b9)) + 0.5) / 4294967296.0;
}

/** Standard normal, by inversion. */
// @ts-ignore: decorator
@inline
export function normal(key: u32, counter: u32): f64 {
  return normalQuantile(uniform(key, counter));
}

/** Φ⁻¹, relative error 1.2e-9 (Acklam's rational approximation). */
export function normalQuantile(probability: f64): f64 {
  if (probability < 0.02425) return lowerTailQuantile(probability);
  if (probability > 0.97575) return -lowerTailQuantile(1 - probability);
  const q = probability - 0.5;
  const r = q * q;
  const above =
    ((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.357751867269) * r -
      30.66479806614716) *
      r +
    2.506628277459239;
  const below =
    ((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r -
      13.28068155288572) *
      r +
    1;
  return (q * above) / below;
}

function lowerTailQuantile(probability: f64): f64 {
  const q = Math.sqrt(-2 * Math.log(probability));
  const above =
    ((((-0.007784894002430293 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734) * q +
      4.374664141464968) *
      q +
    2.938163982698783;
  const below =
    (((0.007784695709041462 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) * q + 1;
  return above / below;
}

/** φ */
// @ts-ignore: decorator
@inline
export function normalDensity(x: f64): f64 {
  return 0.3989422804014327 * Math.exp(-0.5 * x * x);
}

/** Φ of a number whose density is known, error 7.5e-8 (Abramowitz and Stegun 26.2.17). */
// @ts-ignore: decorator
@inline
export function normalProbability(x: f64, density: f64): f64 {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const tail =
    density * t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return x > 0 ? 1 - tail : tail;
}
