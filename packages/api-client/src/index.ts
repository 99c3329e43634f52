// The typed documents of the API: results and variables are inferred from each. The list of names stays in the generated file.
export * from "./generated/operations.ts";
