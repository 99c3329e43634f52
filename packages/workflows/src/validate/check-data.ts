// Holds stored data against what is expected of it.
import { type ExpectationResult, judgeData } from "@matinee/datasets";
import { type Database, dataReportRepository } from "@matinee/db";
import type { DataReport } from "../report/data-report.types.ts";
import { WorkflowError } from "../workflow-error.ts";

export interface CheckOptions {
  /** False while an import has yet to make the films' totals. */
  readonly withTotals: boolean;
  /** The import that brought the data: it is compared with those before. Absent while that is going on. */
  readonly importId?: number | undefined;
}

/** Reads every rating: seconds for millions. Inside an import's transaction it judges what would be stored. */
export async function checkData(
  { kysely }: Pick<Database, "kysely">,
  { withTotals, importId }: CheckOptions,
): Promise<ExpectationResult[]> {
  const reports = dataReportRepository(kysely);
  const before = (await reports.latest<DataReport>(importId))?.report;
  const previous = before && {
    movieCount: before.movieCount,
    histogram: before.ratingHistogram.map(({ count }) => count),
  };
  return judgeData({ ...(await reports.measureFacts({ withTotals })), previous: previous ?? null });
}

/** @throws WorkflowError that names every hard expectation that failed */
export function refuseUnsound(results: readonly ExpectationResult[], whatToDo: string): void {
  const broken = results.filter(({ passed, severity }) => !passed && severity === "HARD");
  if (broken.length === 0) return;
  const found = broken.map(
    ({ name, description, observed, expected }) =>
      `${name} (${description.replace(/\.$/, "")}; found ${observed}, expected ${expected})`,
  );
  throw new WorkflowError(`The data is not sound. Failed: ${found.join("; ")}. ${whatToDo}`);
}
