import { buildSchema, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { allRules, extentRule } from "./validation.ts";

const schema = buildSchema("type Query { a: Query b: Int }");
const nested = (depth: number, inner = "b") => `${"a { ".repeat(depth - 1)}${inner}${" }".repeat(depth - 1)}`;
const codes = (text: string) => validate(schema, parse(text), [extentRule]).map(({ extensions }) => extensions.code);

describe("extentRule", () => {
  it("lets twelve nested fields through and refuses thirteen with a code", () => {
    expect(codes(`{ ${nested(12)} }`)).toEqual([]);
    expect(codes(`{ ${nested(13)} }`)).toEqual(["TOO_DEEP"]);
  });

  it("counts through fragments, and stops at a fragment that contains itself", () => {
    expect(codes(`{ ${nested(7, "...f")} } fragment f on Query { ${nested(7)} }`)).toEqual(["TOO_DEEP"]);
    expect(codes("{ ...f } fragment f on Query { a { ...f } }")).toEqual([]);
  });

  it("does not count introspection as nesting", () => {
    expect(codes(`{ __schema { types { ${"ofType { ".repeat(14)}name${" }".repeat(14)} } } }`)).toEqual([]);
  });

  it("refuses a short document that writes out to billions of fields, at once", () => {
    const doubling = Array.from({ length: 40 }, (_, n) => `fragment f${n} on Query { ...f${n + 1} ...f${n + 1} }`);
    expect(codes(`{ ...f0 } ${doubling.join(" ")} fragment f40 on Query { b }`)).toEqual(["TOO_MANY_FIELDS"]);
  });
});

describe("allRules", () => {
  it("lets clients ask for the schema only where that is on", () => {
    const document = parse("{ __schema { queryType { name } } }");
    expect(validate(schema, document, allRules(true))).toEqual([]);
    expect(validate(schema, document, allRules(false))).not.toEqual([]);
  });
});
