// Reads what vitest's JSON reporter wrote: counts, and the titles of what was skipped.
import { readFile } from "node:fs/promises";

interface VitestJson {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skippedTitles: readonly string[];
}

/** A missing or broken report counts as one failure: vitest did not get to its end. */
export async function readVitestReport(path: string): Promise<TestCounts> {
  const report = await readFile(path, "utf8").then(
    (text) => JSON.parse(text) as VitestJson,
    () => null,
  );
  if (!report) return { passed: 0, failed: 1, skippedTitles: [] };
  const skippedTitles = report.testResults
    .flatMap((file) => file.assertionResults)
    .filter((test) => test.status !== "passed" && test.status !== "failed")
    .map((test) => test.fullName);
  return { passed: report.numPassedTests, failed: report.numFailedTests, skippedTitles };
}
