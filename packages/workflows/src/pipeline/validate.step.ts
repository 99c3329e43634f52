import { type Database, trainingDataRepository } from "@matinee/db";
import { WorkflowError } from "../workflow-error.ts";
import type { PipelineStep } from "./step.types.ts";

interface ValidateOutput {
  /** Every rule that was checked; none is broken. */
  readonly rules: readonly string[];
}

/** Stops what would only train nonsense: rows that contradict each other or cannot be. */
export function validateStep({ kysely }: Database): PipelineStep<ValidateOutput> {
  const trainingData = trainingDataRepository(kysely);
  return {
    name: "validate",
    inputs: async () => ({ ...(await trainingData.readFingerprints()) }),
    async run() {
      const rules = await trainingData.countViolations();
      const broken = rules.filter(({ violations }) => violations > 0);
      if (broken.length === 0) return { rules: rules.map(({ rule }) => rule) };
      const found = broken.map(({ rule, violations }) => `${rule} (${violations.toLocaleString("en-US")})`);
      throw new WorkflowError(`The stored data is not sound, broken are: ${found.join("; ")}.`);
    },
  };
}
