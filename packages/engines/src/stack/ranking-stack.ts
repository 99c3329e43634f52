// Several ranking engines as one: each standardized per viewer, weighted by what validation data says it is worth.
import { checkedDataset, checkProfile } from "../dataset/checked-dataset.ts";
import type { Dataset, EngineName, EngineProfile, Explanation, HyperparameterValue, Model } from "../engine.types.ts";
import { resolveHyperparameters } from "../model/hyperparameters.ts";
import { readModelFile, writeModelFile } from "../model/model-file.ts";
import { rememberProfiles } from "../model/profile-memory.ts";
import { fitMembers, type MemberEngine, stackRules, validationRules } from "./member-engines.ts";
import { fitStackWeights } from "./stack-weights.ts";
import { addStandardized, ratedItems, type Standardization, standardizationOf } from "./standardized-scores.ts";
import { validationList } from "./validation-lists.ts";
import { splitForValidation } from "./validation-split.ts";

/**
 * A stack over members that recommend and explain, the best alone first: score = Σ w_m · (s_m − mean_m) / deviation_m,
 * mean and deviation over the viewer's unseen items. Members fitted without a held-out part of the training ratings give
 * the weights that maximize nDCG@10 on it (`fitStackWeights`); then the members are fitted on everything. An explanation
 * is the members' own, put on the stack's scale, and adds up as theirs do.
 */
export function rankingStack(name: EngineName, members: readonly MemberEngine[]): MemberEngine {
  const rules = stackRules(validationRules, members);
  const stored = Object.fromEntries(members.map((member) => [member.name, "u8" as const]));
  const layout = { numbers: [], arrays: { ...stored, weights: "f32" } } as const;

  return {
    name,
    capabilities: ["recommends", "explains"],
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
      const weights = users.length === 0 ? alikeWeights(members.length) : weightsOf(fit(training, 0));
      function weightsOf(models: readonly Model[]): Float32Array {
        return fitStackWeights(
          users.map((user) => validationList(models, user)),
          models.length,
        );
      }
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

/** Where there is nothing to hold out. */
const alikeWeights = (count: number) => new Float32Array(count).fill(1);

interface ViewerScores {
  readonly total: Float32Array;
  /** One per member. */
  readonly standardizations: readonly Standardization[];
}

function makeStack(engine: EngineName, members: readonly Model[], weights: Float32Array): Model {
  const { itemIds } = members[0];
  const { itemFactors } = members.find((member) => member.itemFactors) ?? {};
  const scoresOf = rememberProfiles((profile): ViewerScores => {
    const excluded = ratedItems(profile.items, itemIds.length);
    const total = new Float32Array(itemIds.length);
    const standardizations = members.map((member, index) => {
      const scores = member.recommends!.scoreItems(profile);
      const standardization = standardizationOf(scores, excluded);
      addStandardized(total, scores, standardization, weights[index]);
      return standardization;
    });
    return { total, standardizations };
  });

  return {
    engine,
    itemIds,
    recommends: {
      scoreItems(profile) {
        checkProfile(profile, itemIds.length);
        return scoresOf(profile).total.slice();
      },
    },
    explains: {
      explain(profile, item) {
        checkProfile(profile, itemIds.length);
        return explainStack(members, weights, scoresOf(profile), profile, item);
      },
    },
    ...(itemFactors && { itemFactors }),
    save: () =>
      writeModelFile(engine, {
        numbers: {},
        arrays: { ...Object.fromEntries(members.map((member) => [member.engine, member.save()])), weights },
      }),
  };
}

function explainStack(
  members: readonly Model[],
  weights: Float32Array,
  { total, standardizations }: ViewerScores,
  profile: EngineProfile,
  item: number,
): Explanation {
  let baseline = 0;
  const contributionOf = new Map(Array.from(profile.items, (rated) => [rated, 0]));
  const features: { name: string; contribution: number }[] = [];
  members.forEach((member, index) => {
    const { mean, deviation } = standardizations[index];
    const factor = weights[index] / deviation;
    if (factor === 0) return;
    const parts = member.explains!.explain(profile, item);
    baseline += factor * (parts.baseline - mean);
    for (const { item: rated, contribution } of parts.contributions) {
      contributionOf.set(rated, contributionOf.get(rated)! + factor * contribution);
    }
    for (const feature of parts.features) features.push({ ...feature, contribution: factor * feature.contribution });
  });
  const contributions = Array.from(contributionOf, ([rated, contribution]) => ({ item: rated, contribution }));
  return {
    score: total[item],
    baseline,
    contributions: contributions.sort((a, b) => b.contribution - a.contribution),
    features,
  };
}
