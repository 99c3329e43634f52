import { DatasetError, type ReadFinding } from "../dataset.types.ts";

const maximumExamples = 3;
const maximumBadShare = 0.01;
const toleratedBadLines = 10;

export interface Findings {
  /** Counts one case of a rule ("rating out of range: line skipped"), keeping the first three as examples. */
  add(rule: string, example: string): void;
  /** Adds what was counted elsewhere. */
  addAll(finding: ReadFinding): void;
  list(): ReadFinding[];
}

export function createFindings(): Findings {
  const rules = new Map<string, { count: number; examples: string[] }>();
  const addAll = ({ rule, count, examples }: ReadFinding) => {
    const known = rules.get(rule) ?? { count: 0, examples: [] };
    rules.set(rule, known);
    known.count += count;
    known.examples.push(...examples.slice(0, maximumExamples - known.examples.length));
  };
  return {
    add: (rule, example) => addAll({ rule, count: 1, examples: [example] }),
    addAll,
    list: () => [...rules].map(([rule, found]) => ({ rule, ...found })),
  };
}

/**
 * Rejects a file of which too much is bad: more than 1 % of its lines, and more than 10.
 * @throws DatasetError
 */
export function checkBadShare(file: string, bad: number, lines: number, example: string): void {
  if (bad <= toleratedBadLines || bad <= lines * maximumBadShare) return;
  const share = ((100 * bad) / lines).toFixed(1);
  throw new DatasetError(
    `${file} has ${bad.toLocaleString("en-US")} bad lines, ${share} % of all (more than 1 % is refused), the first: ${example}; download or copy it again.`,
  );
}
