// Makes the typed documents of this client. `npm run generate` in the root runs this; the output is committed.
import type { CodegenConfig } from "@graphql-codegen/cli";

const config: CodegenConfig = {
  schema: "../graphql-types/schema.graphql",
  documents: "src/documents/**/*.graphql",
  generates: {
    "src/generated/operations.ts": {
      plugins: ["typescript-operations", "typed-document-node"],
      config: {
        scalars: { ID: "string", DateTime: "string" },
        defaultScalarType: "unknown",
        enumsAsTypes: true,
        useTypeImports: true,
        immutableTypes: true,
        skipTypename: true,
        optimizeDocumentNode: true,
        dedupeFragments: true,
      },
    },
  },
};

export default config;
