// What stacks of any kind have in common: members with hyperparameters of their own, fitted twice, stored together.
import { checkedDataset } from "../dataset/checked-dataset.ts";
import type {
  Dataset,
  Engine,
  EngineName,
  FitOptions,
  HyperparameterRule,
  HyperparameterValue,
  Model,
} from "../engine.types.ts";

import { readModelFile, writeModelFile } from "../model/model-file.ts";
import { splitForValidation, type ValidationUser } from "./validation-split.ts";

export type MemberEngine = Engine<Record<string, HyperparameterValue>>;

export type StackSettings = Readonly<Record<string, HyperparameterValue>>;

/** Hyperparameters that every stack has. */
const validationRules = {
  validationShare: {
    description: "Share of each user's ratings that the weights are fitted on",
    minimum: 0.05,
    maximum: 0.5,
    default: 0.2,
  },
  validationUsers: {
    description: "Users whose held-out ratings the weights are fitted on, at most",
    minimum: 1,
    maximum: 100_000,
    default: 2_000,
    integer: true,
  },
};

/** The stack's own hyperparameters, and its members' as "member.name". */
export function stackRules(members: readonly MemberEngine[]): Record<string, HyperparameterRule> {
  const ofMembers = members.flatMap((member) =>
    Object.entries(member.hyperparameters).map(([key, rule]) => [`${member.name}.${key}`, rule]),
  );
  return { ...validationRules, ...Object.fromEntries(ofMembers) };
}

export interface FittedStack {
  /** Fitted on everything. */
  readonly models: readonly Model[];
  readonly weights: Float32Array;
}

/** Where there is nothing to hold out, all members count alike. */
export type Weigh = (models: readonly Model[], users: readonly ValidationUser[]) => Float32Array;

/** Fits the members without a held-out part of the ratings, weighs them by it, and fits them on everything. */
export function fitStack(
  members: readonly MemberEngine[],
  given: Dataset,
  settings: StackSettings,
  { onProgress = () => {}, ...options }: Pick<FitOptions<never>, "seed" | "threads" | "onProgress">,
  weigh: Weigh,
): FittedStack {
  const dataset = checkedDataset(given);
  const { training, users } = splitForValidation(dataset, {
    share: Number(settings.validationShare),
    users: Number(settings.validationUsers),
    seed: options.seed,
  });
  const fit = (ratings: Dataset, from: number) =>
    fitMembers(members, ratings, settings, { ...options, onProgress: (share) => onProgress(from + share / 2) });
  const weights = weigh(users.length === 0 ? [] : fit(training, 0), users);
  return { models: fit(dataset, 0.5), weights };
}

/** What every stack stores: each member's own bytes, and the weights. */
function stackLayout(members: readonly MemberEngine[]) {
  const stored = Object.fromEntries(members.map((member) => [member.name, "u8" as const]));
  return { numbers: [], arrays: { ...stored, weights: "f32" } } as const;
}

export function saveStack(engine: EngineName, { models, weights }: FittedStack): Uint8Array {
  const bytes = Object.fromEntries(models.map((model) => [model.engine, model.save()]));
  return writeModelFile(engine, { numbers: {}, arrays: { ...bytes, weights } });
}

export function loadStack(engine: EngineName, members: readonly MemberEngine[], bytes: Uint8Array): FittedStack {
  const { arrays } = readModelFile(engine, bytes, stackLayout(members));
  const bytesOf: Readonly<Record<string, Uint8Array | Float32Array>> = arrays;
  return { models: members.map((member) => member.load(bytesOf[member.name] as Uint8Array)), weights: arrays.weights };
}

/** Fits every member, and tells how far it is from 0 to 1. */
function fitMembers(
  members: readonly MemberEngine[],
  dataset: Dataset,
  settings: StackSettings,
  { seed, threads, onProgress = () => {} }: Pick<FitOptions<never>, "seed" | "threads" | "onProgress">,
): readonly Model[] {
  return members.map((member, index) =>
    member.fit(dataset, {
      seed,
      ...(threads && { threads }),
      hyperparameters: settingsOf(member.name, settings),
      onProgress: (share) => onProgress((index + share) / members.length),
    }),
  );
}

function settingsOf(member: EngineName, settings: StackSettings): Record<string, HyperparameterValue> {
  const prefix = `${member}.`;
  const own = Object.entries(settings).filter(([key]) => key.startsWith(prefix));
  return Object.fromEntries(own.map(([key, value]) => [key.slice(prefix.length), value]));
}
