// `npm run import -- --check`: what is expected of the data, and what was found.
import type { ExpectationResult } from "@matinee/datasets";
import { catalogRepository, type Database } from "@matinee/db";
import { checkData, refuseUnsound } from "@matinee/workflows";
import { CommandError } from "../command/command-error.ts";
import { printTable } from "../command/print-table.ts";
import { runStep } from "../progress/progress.ts";

/** @throws CommandError when there is nothing; WorkflowError when a hard expectation fails */
export async function checkStored(database: Database): Promise<void> {
  const held = await catalogRepository(database.kysely).latestImport();
  if (!held) throw new CommandError("The database holds no films yet; name data to check with --data PATH.");
  const results = await runStep(`Checking ${held.name}`, () =>
    checkData(database, { withTotals: true, importId: held.id }),
  );
  printExpectations(results, "Import the data again.");
}

/** @throws WorkflowError when a hard expectation fails */
export function printExpectations(results: readonly ExpectationResult[], whatToDo: string): void {
  printTable(
    ["", "expectation", "severity", "found", "expected"],
    results.map(({ name, severity, passed, observed, expected }) => [
      passed ? "holds" : "FAILED",
      name,
      severity.toLowerCase(),
      observed,
      expected,
    ]),
  );
  refuseUnsound(results, whatToDo);
}
