import { describe, expect, it } from "vitest";
import { parseEvaluateOptions } from "./options.ts";

describe("parseEvaluateOptions", () => {
  it("takes engines and settings one by one or together", () => {
    const parsed = (args: readonly string[]) => {
      const { engines, settings } = parseEvaluateOptions([
        "--train",
        "a.csv",
        "--test",
        "b.csv",
        "--task",
        "rating",
        ...args,
      ]);
      return { engines, settings };
    };
    const both = { engines: ["svd", "nmf"], settings: { factors: 8, likelihood: "gaussian" } };
    expect(parsed(["--engine", "svd,nmf", "--set", "factors=8", "--set", "likelihood=gaussian"])).toEqual(both);
    expect(parsed(["--set", "factors=8", "likelihood=gaussian", "--engine", "svd", "nmf"])).toEqual(both);
    expect(parsed([])).toEqual({ engines: "all", settings: {} });
  });

  it("takes the sampler for planted tastes, named or not", () => {
    const sourceOf = (args: readonly string[]) =>
      parseEvaluateOptions(["--protocol", "planted-tastes", ...args]).source;
    expect(sourceOf([])).toMatchObject({ kind: "protocol", data: ["sampler"] });
    expect(sourceOf(["--data", "sampler"])).toEqual(sourceOf([]));
  });
});
