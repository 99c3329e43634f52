// Reads what vitest's JSON reporter wrote: counts, and why tests were skipped.
import { readFile } from "node:fs/promises";

interface VitestJson {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  /** How many tests were skipped for each reason: what stands as "(needs …)" in a title, else the title. */
  readonly skipped: ReadonlyMap<string, number>;
}

/** A missing or broken report counts as one failure: vitest did not get to its end. */
export async function readVitestReport(path: string): Promise<TestCounts> {
  const report = await readFile(path, "utf8").then(
    (text) => JSON.parse(text) as VitestJson,
    () => null,
  );
  if (!report) return { passed: 0, failed: 1, skipped: new Map() };
  const skipped = new Map<string, number>();
  for (const { status, fullName } of report.testResults.flatMap((file) => file.assertionResults)) {
    if (status === "passed" || status === "failed") continue;
    const reason = /\((needs [^)]+)\)/.exec(fullName)?.[1] ?? fullName;
    skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
  }
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped };
}
