import { completenessExpectations } from "./completeness.expectations.ts";
import type { DataFacts, Extent } from "./data-facts.types.ts";
import { distributionExpectations } from "./distribution.expectations.ts";
import type { Expectation, ExpectationResult } from "./expectation.types.ts";
import { freshnessExpectations } from "./freshness.expectations.ts";
import { rangeExpectations } from "./range.expectations.ts";
import { referenceExpectations } from "./reference.expectations.ts";
import { uniquenessExpectations } from "./uniqueness.expectations.ts";

/** All that is expected of stored data. */
export const expectations: readonly Expectation[] = [
  ...rangeExpectations,
  ...uniquenessExpectations,
  ...referenceExpectations,
  ...distributionExpectations,
  ...freshnessExpectations,
  ...completenessExpectations,
];

/** Every expectation with what was observed, in the order of the list. */
export function judgeData(facts: DataFacts): ExpectationResult[] {
  return expectations.map((expectation) => judge(expectation, facts));
}

function judge(
  { name, description, severity, observe, within, show }: Expectation,
  facts: DataFacts,
): ExpectationResult {
  const value = observe(facts);
  const { low = -Infinity, high = Infinity } = typeof within === "function" ? within(facts) : within;
  const observed = typeof value === "number" ? { low: value, high: value } : value;
  return {
    name,
    description,
    severity,
    // NaN passes no comparison
    passed: observed === null || (observed.low >= low && observed.high <= high),
    observed: observed === null ? "nothing to judge" : showExtent(observed, show),
    expected: showExtent({ low, high }, show),
  };
}

function showExtent({ low, high }: Extent, show: (value: number) => string): string {
  if (low === -Infinity) return high === 0 ? show(0) : `at most ${show(high)}`;
  if (high === Infinity) return `at least ${show(low)}`;
  return low === high ? show(low) : `${show(low)} to ${show(high)}`;
}
