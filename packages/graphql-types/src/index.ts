// The schema's types for everything that talks to the API. One generated file, so the list of names stays there.
export type * from "./generated/schema-types.ts";
