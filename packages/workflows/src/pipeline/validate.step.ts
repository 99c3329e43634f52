import { catalogRepository, type Database, trainingDataRepository } from "@matinee/db";
import { checkData, refuseUnsound } from "../validate/check-data.ts";
import type { PipelineStep } from "./step.types.ts";

interface ValidateOutput {
  /** Every expectation that holds. */
  readonly passed: readonly string[];
  /** Soft ones that do not: worth a look, no reason to stop. */
  readonly failed: readonly string[];
}

/** Stops what would only train nonsense: data that fails a hard expectation. */
export function validateStep(database: Database): PipelineStep<ValidateOutput> {
  const { kysely } = database;
  return {
    name: "validate",
    inputs: async () => ({ ...(await trainingDataRepository(kysely).readFingerprints()) }),
    async run() {
      const importId = (await catalogRepository(kysely).latestImport())?.id;
      const results = await checkData(database, { withTotals: true, importId });
      refuseUnsound(results, "Import the data again, then run the pipeline again.");
      const namesOf = (wanted: boolean) => results.filter(({ passed }) => passed === wanted).map(({ name }) => name);
      return { passed: namesOf(true), failed: namesOf(false) };
    },
  };
}
