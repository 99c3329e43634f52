// Makes the merged schema and the types of it. `npm run generate` in the root runs this; all outputs are committed.
import type { CodegenConfig } from "@graphql-codegen/cli";

const scalars = {
  ID: { input: "string", output: "string" },
  DateTime: { input: "string", output: "string" },
};

const shared = {
  scalars,
  enumsAsTypes: true,
  useTypeImports: true,
  defaultScalarType: "unknown",
};

const config: CodegenConfig = {
  schema: "src/modules/*/*.graphql",
  generates: {
    "../../packages/graphql-types/schema.graphql": {
      plugins: ["schema-ast"],
      config: { includeDirectives: false, sort: true },
    },
    "../../packages/graphql-types/src/generated/schema-types.ts": {
      plugins: ["typescript"],
      config: { ...shared, skipTypename: true, immutableTypes: true },
    },
  },
};

export default config;
