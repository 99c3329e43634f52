// Several predictors of stars as one, weighted by what they are worth on ratings none of them has seen.
import { checkProfile } from "../dataset/checked-dataset.ts";
import type { EngineName, EngineProfile, Model, Predictions } from "../engine.types.ts";
import { factorize, solve } from "../model/cholesky.ts";
import { resolveHyperparameters } from "../model/hyperparameters.ts";
import { clampStars, leastStars, mostStars } from "../model/residual-quantiles.ts";
import {
  type FittedStack,
  fitStack,
  loadStack,
  type MemberEngine,
  type StackSettings,
  saveStack,
  stackRules,
  type Weigh,
} from "./member-engines.ts";
import type { ValidationUser } from "./validation-split.ts";

/** Pulls the weights toward an equal share each, in ratings' worth of squared stars. */
const ridge = 1;

/**
 * Linear stacking (Breiman 1996; Jahrer, Töscher and Legenstein 2010): stars = Σ w_m · stars_m + c. Weights and c minimize
 * the squared error on a held-out part of the training ratings, predicted by members fitted on the rest and folded in as
 * at serving time; then the members are fitted on everything. The interval is the first member's, moved to the stack's mean;
 * a bound at the end of the scale stays there.
 */
export function ratingStack(name: EngineName, members: readonly MemberEngine[]): MemberEngine {
  const rules = stackRules(members);

  return {
    name,
    capabilities: ["predicts"],
    hyperparameters: rules,
    fit(dataset, { hyperparameters: asked, ...options }) {
      const settings = resolveHyperparameters<StackSettings>(rules, asked);
      const weigh: Weigh = (models, users) => fitWeights(models, users, members.length);
      return makeStack(name, fitStack(members, dataset, settings, options, weigh));
    },
    load: (bytes) => makeStack(name, loadStack(name, members, bytes)),
  };
}

/** One weight per member, then the constant. */
function fitWeights(models: readonly Model[], users: readonly ValidationUser[], memberCount: number): Float32Array {
  const size = memberCount + 1;
  const gram = new Float64Array(size * size);
  const right = new Float64Array(size).fill(ridge / memberCount);
  right[memberCount] = 0;
  for (const { known, heldOut } of users) {
    const means = models.map((model) => model.predicts!.predict(known, heldOut.items).mean);
    heldOut.stars.forEach((stars, row) => {
      const predicted = [...means.map((mean) => mean[row]), 1];
      for (let i = 0; i < size; i++) {
        right[i] += predicted[i] * stars;
        for (let j = 0; j < size; j++) gram[i * size + j] += predicted[i] * predicted[j];
      }
    });
  }
  for (let at = 0; at < gram.length; at += size + 1) gram[at] += ridge;
  return Float32Array.from(solve(factorize(gram, size), right));
}

function makeStack(engine: EngineName, stack: FittedStack): Model {
  const { models: members, weights } = stack;
  const { itemIds } = members[0];
  return {
    engine,
    itemIds,
    predicts: {
      predict(profile, items) {
        checkProfile(profile, itemIds.length);
        return predictStack(members, weights, profile, items);
      },
    },
    save: () => saveStack(engine, stack),
  };
}

function predictStack(
  members: readonly Model[],
  weights: Float32Array,
  profile: EngineProfile,
  items: Int32Array,
): Predictions {
  const predictions = members.map((member) => member.predicts!.predict(profile, items));
  const [first] = predictions;
  const mean = Float32Array.from(items, (_, row) =>
    clampStars(
      predictions.reduce((sum, each, member) => sum + weights[member] * each.mean[row], weights[members.length]),
    ),
  );
  const moved = (bound: Float32Array, end: number) =>
    Float32Array.from(bound, (stars, row) => (stars === end ? end : clampStars(stars + mean[row] - first.mean[row])));
  return { mean, low: moved(first.low, leastStars), high: moved(first.high, mostStars), level: first.level };
}
