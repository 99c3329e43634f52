// The contract, operation by operation: what foreign clients rely on validates against the schema as written.
import { readFileSync } from "node:fs";
import { buildSchema, Kind, type OperationDefinitionNode, parse, validate } from "graphql";
import { describe, expect, it } from "vitest";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const schema = buildSchema(read("../../packages/graphql-types/schema.graphql"));
const contract = parse(read("./operations.graphql"));

const fragments = contract.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
const operations = contract.definitions.filter(
  (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
);

/** Operations that a later release brings; an operation that validates must not stand here. */
const laterOperations = new Set([
  "SignOut",
  "UpdatePreferences",
  "DeleteMyData",
  "Suggest",
  "AddToWatchlist",
  "RemoveFromWatchlist",
  "Dismiss",
  "Undismiss",
  "ImportRatings",
  "RecordEvents",
  "OnRecommendationsChanged",
  "Models",
  "Experiments",
]);

function listErrors(operation: OperationDefinitionNode): string[] {
  const errors = validate(schema, { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] });
  // One document holds every fragment; an operation need not use them all.
  return errors.map((error) => error.message).filter((message) => !/^Fragment ".*" is never used\.$/.test(message));
}

describe("contract", () => {
  it.each(operations.map((operation) => [operation.name!.value, operation] as const))("%s", (name, operation) => {
    const errors = listErrors(operation);
    if (laterOperations.has(name)) expect(errors).not.toEqual([]);
    else expect(errors).toEqual([]);
  });
});
