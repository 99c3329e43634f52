// The committed artefacts and what makes each of them.
export interface Generator {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Folders and files it writes, below the root. */
  readonly outputs: readonly string[];
}

const codegen = "node_modules/@graphql-codegen/cli/esm/bin.js";

export const generators: readonly Generator[] = [
  {
    name: "schema and resolver types",
    program: codegen,
    args: ["--config", "codegen.ts"],
    cwd: "apps/api",
    outputs: [
      "packages/graphql-types/schema.graphql",
      "packages/graphql-types/src/generated",
      "apps/api/src/generated",
    ],
  },
  {
    name: "typed documents",
    program: codegen,
    args: ["--config", "codegen.ts"],
    cwd: "packages/api-client",
    outputs: ["packages/api-client/src/generated"],
  },
  {
    name: "SQL of the repositories",
    program: "scripts/src/generate/repository-sql.ts",
    args: [],
    cwd: ".",
    outputs: ["db/sql"],
  },
];
