// What stacks of any kind have in common: members with hyperparameters of their own, fitted twice, stored together.
import type {
  Dataset,
  Engine,
  EngineName,
  FitOptions,
  HyperparameterRule,
  HyperparameterValue,
  Model,
} from "../engine.types.ts";

export type MemberEngine = Engine<Record<string, HyperparameterValue>>;

export type StackSettings = Readonly<Record<string, HyperparameterValue>>;

/** The stack's own hyperparameters, and its members' as "member.name". */
export function stackRules(
  own: Readonly<Record<string, HyperparameterRule>>,
  members: readonly MemberEngine[],
): Record<string, HyperparameterRule> {
  const ofMembers = members.flatMap((member) =>
    Object.entries(member.hyperparameters).map(([key, rule]) => [`${member.name}.${key}`, rule]),
  );
  return { ...own, ...Object.fromEntries(ofMembers) };
}

/** Fits every member, and tells how far it is from 0 to 1. */
export function fitMembers(
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

/** Hyperparameters that every stack has. */
export const validationRules = {
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
