// Several ranking engines as one: each standardized per viewer, weighted by what validation data says it is worth.
import { checkProfile } from "../dataset/checked-dataset.ts";
import type { EngineName, EngineProfile, Explanation, Model } from "../engine.types.ts";
import { resolveHyperparameters } from "../model/hyperparameters.ts";
import { rememberProfiles } from "../model/profile-memory.ts";
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
import { fitStackWeights } from "./stack-weights.ts";
import { addStandardized, ratedItems, type Standardization, standardizationOf } from "./standardized-scores.ts";
import { validationList } from "./validation-lists.ts";
import type { ValidationUser } from "./validation-split.ts";

/**
 * A stack over members that recommend and explain, the best alone first: score = Σ w_m · (s_m − mean_m) / deviation_m,
 * mean and deviation over the viewer's unseen items. Members fitted without a held-out part of the training ratings give
 * the weights that maximize nDCG@10 on it (`fitStackWeights`); then the members are fitted on everything. An explanation
 * is the members' own, put on the stack's scale, and adds up as theirs do.
 */
export function rankingStack(name: EngineName, members: readonly MemberEngine[]): MemberEngine {
  const rules = stackRules(members);

  return {
    name,
    capabilities: ["recommends", "explains"],
    hyperparameters: rules,
    fit(dataset, { hyperparameters: asked, ...options }) {
      const settings = resolveHyperparameters<StackSettings>(rules, asked);
      const weigh: Weigh = (models, users) =>
        users.length === 0 ? new Float32Array(members.length).fill(1) : weightsOf(models, users);
      return makeStack(name, fitStack(members, dataset, settings, options, weigh));
    },
    load: (bytes) => makeStack(name, loadStack(name, members, bytes)),
  };
}

function weightsOf(models: readonly Model[], users: readonly ValidationUser[]): Float32Array {
  const lists = users.map((user) => validationList(models, user));
  return fitStackWeights(lists, models.length);
}

interface ViewerScores {
  readonly total: Float32Array;
  /** One per member. */
  readonly standardizations: readonly Standardization[];
}

function makeStack(engine: EngineName, stack: FittedStack): Model {
  const { models: members, weights } = stack;
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
    save: () => saveStack(engine, stack),
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
