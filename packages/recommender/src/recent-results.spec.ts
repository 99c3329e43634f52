import { expect, it } from "vitest";
import { bayesianAverage, itemKnn, snapshotOf } from "./fixtures/two-tastes.ts";
import { recentResults } from "./recent-results.ts";

it("makes a result once per snapshot and key, and forgets the key that was not asked for longest", () => {
  const recent = recentResults<string, object>(2);
  const [one, other] = [snapshotOf(bayesianAverage), snapshotOf(itemKnn)];
  const ask = (key: string, snapshot = one) => recent(snapshot, key, () => ({ key }));
  const [a, b] = [ask("a"), ask("b")];
  expect(ask("a")).toBe(a);
  expect(ask("a", other)).not.toBe(a);
  ask("c");
  expect(ask("a")).toBe(a);
  expect(ask("b")).not.toBe(b);
});
