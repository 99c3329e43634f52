// Several predictors of stars as one, weighted by what they are worth on ratings none of them has seen.
import { checkedDataset, checkProfile } from "../dataset/checked-dataset.ts";
import type { Dataset, EngineName, EngineProfile, HyperparameterValue, Model, Predictions } from "../engine.types.ts";
import { factorSystem, solveSystem } from "../factors/row-solution.ts";
import { resolveHyperparameters } from "../model/hyperparameters.ts";
import { readModelFile, writeModelFile } from "../model/model-file.ts";
import { clampStars, leastStars, mostStars } from "../model/residual-quantiles.ts";
import { fitMembers, type MemberEngine, stackRules, validationRules } from "./member-engines.ts";
import { splitForValidation, type ValidationUser } from "./validation-split.ts";

/** Pulls the weights toward an equal share each, in ratings' worth of squared stars. */
const ridge = 1;

/**
 * Linear stacking (Breiman 1996; Jahrer, Töscher and Legenstein 2010): stars = Σ w_m · stars_m + c. Weights and c minimize
 * the squared error on a held-out part of the training ratings, predicted by members fitted on the rest and folded in as
 * at serving time; then the members are fitted on everything. The interval is the first member's, moved to the stack's mean;
 * a bound at the end of the scale stays there.
 */
export function ratingStack(name: EngineName, members: readonly MemberEngine[]): MemberEngine {
  const rules = stackRules(validationRules, members);
  const stored = Object.fromEntries(members.map((member) => [member.name, "u8" as const]));
  const layout = { numbers: [], arrays: { ...stored, weights: "f32" } } as const;

  return {
    name,
    capabilities: ["predicts"],
    hyperparameters: rules,
    fit(given, { hyperparameters: asked, onProgress = () => {}, seed, threads }) {
      const settings = resolveHyperparameters<Record<string, HyperparameterValue>>(rules, asked);
      const dataset = checkedDataset(given);
      const { training, users } = splitForValidation(dataset, {
        share: Number(settings.validationShare),
        users: Number(settings.validationUsers),
        seed,
      });
      const fit = (ratings: Dataset, from: number) =>
        fitMembers(members, ratings, settings, {
          seed,
          ...(threads && { threads }),
          onProgress: (share) => onProgress(from + share / 2),
        });
      const weights = fitWeights(users.length === 0 ? [] : fit(training, 0), users, members.length);
      return makeStack(name, fit(dataset, 0.5), weights);
    },
    load(bytes) {
      const { arrays } = readModelFile(name, bytes, layout);
      const bytesOf: Readonly<Record<string, Uint8Array | Float32Array>> = arrays;
      const models = members.map((member) => member.load(bytesOf[member.name] as Uint8Array));
      return makeStack(name, models, arrays.weights);
    },
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
  const nothing = { rows: new Int32Array(0), weights: [], fixed: { factorCount: size, values: new Float32Array(0) } };
  return Float32Array.from(solveSystem(factorSystem({ ...nothing, gram, ridge }), right));
}

function makeStack(engine: EngineName, members: readonly Model[], weights: Float32Array): Model {
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
    save: () =>
      writeModelFile(engine, {
        numbers: {},
        arrays: { ...Object.fromEntries(members.map((member) => [member.engine, member.save()])), weights },
      }),
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
