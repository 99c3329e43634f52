// The lines of a file that are left out, and whether too many are.
import { checkBadShare, type Findings } from "../readers/findings.ts";

export interface BadLines {
  /** Every line, good or bad. */
  count(): void;
  /** Leaves a counted line out by a rule. */
  skip(rule: string, line: number, detail: string): void;
  /** Throws DatasetError where too much of the file is bad. */
  check(): void;
}

/** `kind` names what a line holds: "movie". */
export function createBadLines(file: string, kind: string, findings: Findings): BadLines {
  let [lines, bad] = [0, 0];
  let firstBad = "";
  return {
    count() {
      lines++;
    },
    skip(rule, line, detail) {
      bad++;
      const example = `${file} line ${line}: ${detail.slice(0, 80)}`;
      firstBad ||= example;
      findings.add(`${rule}: ${kind} skipped`, example);
    },
    check: () => checkBadShare(file, bad, lines, firstBad),
  };
}
