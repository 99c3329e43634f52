import type { Database } from "@matinee/db";
import { promoteModels } from "../registry/promote-models.ts";
import type { Verdict } from "./compare-models.ts";
import type { PipelineStep } from "./step.types.ts";

export interface PromoteStepOptions {
  readonly verdicts: readonly Verdict[];
  readonly embedderModelId: number;
  /** Also what the evaluation objects to. */
  readonly force: boolean;
}

export interface PromoteOutput {
  readonly promoted: readonly string[];
  /** They stay candidates. */
  readonly heldBack: readonly { readonly model: string; readonly objection: string }[];
}

/** Puts the new vectors and all models that passed in use, in one transaction. */
export function promoteStep(
  database: Database,
  { verdicts, embedderModelId, force }: PromoteStepOptions,
): PipelineStep<PromoteOutput> {
  return {
    name: "promote",
    inputs: async () => ({
      vectors: `model ${embedderModelId}`,
      models: verdicts
        .map(({ modelId }) => modelId)
        .sort((a, b) => a - b)
        .join(", "),
      force: String(force),
    }),
    async run() {
      const passing = verdicts.filter(({ objection }) => force || objection === null);
      const refused = verdicts.filter(({ objection }) => !force && objection !== null);
      await promoteModels(database, [embedderModelId, ...passing.map(({ modelId }) => modelId)]);
      return {
        promoted: passing.map(({ model }) => model),
        heldBack: refused.map(({ model, objection }) => ({ model, objection: objection! })),
      };
    },
  };
}
