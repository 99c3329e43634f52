import { normalDensity, normalProbability, normalQuantile, uniform } from "./random";
import { entry, float64 } from "./vectors";

/** Draws the latent values of blocks from..to of the entries: see SamplingKernels.drawLatents. */
export function drawLatentBlocks(
  scores: usize,
  levels: usize,
  entryCount: i32,
  cuts: usize,
  levelCount: i32,
  latents: usize,
  statistics: usize,
  blockCount: i32,
  key: u32,
  from: i32,
  to: i32,
  scratch: usize,
): void {
  for (let block = from; block < to; block++) {
    const gradient = float64(statistics, block * 3 * (levelCount + 1));
    const diagonal = float64(gradient, levelCount + 1);
    const beside = float64(diagonal, levelCount + 1);
    memory.fill(gradient, 0, (<usize>(3 * (levelCount + 1))) << 3);
    const end = <i32>((<i64>(block + 1) * <i64>entryCount) / <i64>blockCount);
    for (let at = <i32>((<i64>block * <i64>entryCount) / <i64>blockCount); at < end; at++) {
      const level = load<i32>(entry(levels, at));
      const score = <f64>load<f32>(entry(scores, at));
      const low = load<f64>(float64(cuts, level)) - score;
      const high = load<f64>(float64(cuts, level + 1)) - score;
      const lowDensity = normalDensity(low);
      const highDensity = normalDensity(high);
      // mirrored where both bounds are positive: the lower tail is the exact one
      const mirrored = low > 0;
      const below = mirrored ? normalProbability(-high, highDensity) : normalProbability(low, lowDensity);
      const above = mirrored ? normalProbability(-low, lowDensity) : normalProbability(high, highDensity);
      const share = Math.max(above - below, 1e-9);
      const drawn = normalQuantile(Math.min(Math.max(below + share * uniform(key, <u32>at), 1e-12), 1 - 1e-12));
      const bounded = Math.min(Math.max(mirrored ? -drawn : drawn, low), high);
      store<f32>(entry(latents, at), <f32>(score + bounded));
      const lowRate = lowDensity / share;
      const highRate = highDensity / share;
      addTo(gradient, level, -lowRate);
      addTo(gradient, level + 1, highRate);
      addTo(diagonal, level, lowRate * (lowRate - low));
      addTo(diagonal, level + 1, highRate * (highRate + high));
      addTo(beside, level, -lowRate * highRate);
    }
  }
}

// @ts-ignore: decorator
@inline
function addTo(array: usize, index: i32, value: f64): void {
  const address = float64(array, index);
  store<f64>(address, load<f64>(address) + value);
}
