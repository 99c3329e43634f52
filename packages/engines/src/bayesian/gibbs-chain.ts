// Bayesian factorization of ratings by Gibbs sampling: one chain.
import { type Kernels, normalQuantile } from "@matinee/kernels";
import { createRandom } from "../dataset/random.ts";
import { groupByItem, groupByUser } from "../dataset/rating-rows.ts";
import type { Dataset } from "../engine.types.ts";
import { drawGamma, drawNormal } from "./normal-prior.ts";
import type { FeatureBlock } from "./rating-features.ts";
import { drawKey, drawSide, type SampledSide, startSide } from "./sampled-side.ts";
import { drawCuts, firstCuts, starLevels } from "./star-cuts.ts";

export type Likelihood = "gaussian" | "ordered-probit";

export interface ChainOptions {
  readonly likelihood: Likelihood;
  readonly rank: number;
  readonly iterations: number;
  /** Freedom ν of the users' noise: γ_u ~ Γ(ν/2, ν/2). */
  readonly noiseFreedom: number;
  readonly userBlocks: readonly FeatureBlock[];
  readonly itemBlocks: readonly FeatureBlock[];
  readonly seed: number;
}

/** The chain's present state; the arrays change with the next iteration. */
export interface ChainState {
  readonly users: SampledSide;
  readonly items: SampledSide;
  /** Constant of the scores, in stars; 0 for ordered probit. */
  readonly offset: number;
  /** Precision α of the noise; 1 for ordered probit. */
  readonly noise: number;
  readonly cuts: Float64Array;
  /** How scores become stars: stars ≈ shift + stretch · score. */
  readonly shift: number;
  readonly stretch: number;
  /** Root mean square of value − score over the training ratings, before this iteration. */
  readonly loss: number;
}

/**
 * Draws all variables in turn, `iterations` times; `visit` sees the state after each. Equal seeds give equal chains on any
 * number of threads.
 *   gaussian: stars ~ N(score, 1/(α·γ_u)), α ~ Γ(1/2, 1/2)
 *   ordered-probit: stars are of level l where c_l < z ≤ c_{l+1}, z ~ N(score, 1)
 */
export function runChain(
  kernels: Kernels,
  dataset: Dataset,
  options: ChainOptions,
  visit: (iteration: number, state: ChainState) => void,
): void {
  const random = createRandom(options.seed);
  const byUser = groupByUser(dataset);
  const byItem = groupByItem(dataset);
  const columns = options.rank + 1;
  const placeOfRow = new Int32Array(byUser.rows.length);
  byUser.rows.forEach((row, place) => {
    placeOfRow[row] = place;
  });
  const itemOrder = byItem.rows.map((row) => placeOfRow[row]);
  const userOrder = Int32Array.from(placeOfRow.keys());
  const users = startSide(kernels, { rows: byUser, order: userOrder, blocks: options.userBlocks, columns }, random);
  const items = startSide(kernels, { rows: byItem, order: itemOrder, blocks: options.itemBlocks, columns }, random);

  const { userCount, itemCount } = dataset;
  const stars = kernels.copyFloat32(byUser.stars, "stars");
  const scores = kernels.float32(stars.length);
  const [sums, squares] = [kernels.float32(userCount), kernels.float32(userCount)];
  const noise = {
    /** γ_u, and α·γ_u */
    ofUsers: kernels.float32(userCount).fill(1),
    scaledOfUsers: kernels.float32(userCount).fill(1),
    ofItems: kernels.float32(itemCount).fill(1),
    scaledOfItems: kernels.float32(itemCount).fill(1),
  };
  const isProbit = options.likelihood === "ordered-probit";
  const levels = starLevels(stars);
  const levelOfEntry = kernels.copyInt32(stars.map((value) => levels.indexOf(value)));
  const cuts = kernels.float64(levels.length + 1);
  cuts.set(firstCuts(levelOfEntry, levels.length, normalQuantile));
  const latents = isProbit ? kernels.float32(stars.length) : stars;
  let offset = isProbit ? 0 : mean(stars);
  let alpha = 1;

  for (let iteration = 0; iteration < options.iterations; iteration++) {
    kernels.sampling.scoreRows({
      ...{ rows: users.rows, values: stars, offset, left: users.vectors, right: items.vectors },
      ...{ scores, sums, squares },
    });
    const loss = Math.sqrt(squares.reduce((sum, value) => sum + value, 0) / stars.length);
    const stretch = isProbit ? regressOnScores(stars, scores) : { shift: 0, stretch: 1 };
    if (isProbit) {
      const key = drawKey(random);
      drawCuts(cuts, kernels.sampling.drawLatents({ scores, levels: levelOfEntry, cuts, latents, key }), random);
    } else {
      drawNoise();
    }
    const [ofUsers, ofItems] = [
      { rowPrecisions: noise.scaledOfUsers, columnPrecisions: noise.ofItems },
      { rowPrecisions: noise.scaledOfItems, columnPrecisions: noise.ofUsers },
    ];
    drawSide(kernels, users, { values: latents, offset, ...ofUsers, other: items }, random);
    drawSide(kernels, items, { values: latents, offset, ...ofItems, other: users }, random);
    visit(iteration, { users, items, offset, noise: alpha, cuts, ...stretch, loss });
  }

  /** α, then γ of each user, then the offset. */
  function drawNoise(): void {
    const { ofUsers, scaledOfUsers, scaledOfItems } = noise;
    let square = 1;
    for (let user = 0; user < userCount; user++) square += ofUsers[user] * squares[user];
    alpha = drawGamma((1 + stars.length) / 2, random) / (square / 2);
    const freedom = options.noiseFreedom;
    let pull = 0;
    let weight = 1;
    for (let user = 0; user < userCount; user++) {
      const count = byUser.starts[user + 1] - byUser.starts[user];
      ofUsers[user] = drawGamma((freedom + count) / 2, random) / ((freedom + alpha * squares[user]) / 2);
      scaledOfUsers[user] = alpha * ofUsers[user];
      pull += scaledOfUsers[user] * (sums[user] + count * offset);
      weight += scaledOfUsers[user] * count;
    }
    scaledOfItems.fill(alpha);
    offset = pull / weight + drawNormal(random) / Math.sqrt(weight);
  }
}

const mean = (values: Float32Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The straight line through the stars over the scores; flat where the scores do not vary. */
function regressOnScores(stars: Float32Array, scores: Float32Array): { shift: number; stretch: number } {
  const [starMean, scoreMean] = [mean(stars), mean(scores)];
  let both = 0;
  let square = 1e-9;
  for (let at = 0; at < stars.length; at++) {
    both += (stars[at] - starMean) * (scores[at] - scoreMean);
    square += (scores[at] - scoreMean) ** 2;
  }
  return { shift: starMean - (both / square) * scoreMean, stretch: both / square };
}
