// Who may import whom. Each room lists the rooms it may use; everything else between rooms is an error that says so.
const rooms = {
  "packages/kernels": [],
  "packages/engines": ["packages/kernels"],
  "packages/recommender": ["packages/engines"],
  "packages/evaluation": ["packages/kernels", "packages/engines", "packages/recommender", "packages/datasets"],
  "packages/embeddings": [],
  "packages/sentiment": [],
  "packages/datasets": [],
  "packages/workflows": [
    "db",
    "packages/engines",
    "packages/evaluation",
    "packages/embeddings",
    "packages/sentiment",
    "packages/datasets",
  ],
  "packages/graphql-types": [],
  "packages/api-client": ["packages/graphql-types"],
  db: [],
  "apps/api": [
    "db",
    "packages/engines",
    "packages/recommender",
    "packages/workflows",
    "packages/embeddings",
    "packages/sentiment",
    "packages/datasets",
    "packages/graphql-types",
  ],
  "apps/web": ["packages/api-client", "packages/graphql-types"],
  scripts: ["db", "packages/*"],
};

const asPattern = (room) => `^${room.replace("*", "[^/]+")}/`;

const roomRules = Object.entries(rooms).map(([room, allowed]) => ({
  name: `${room.replace("/", "-")}-imports-only-its-own`,
  comment: allowed.length
    ? `${room} may import ${allowed.join(", ")} and nothing else of Matinee.`
    : `${room} imports no other room of Matinee.`,
  severity: "error",
  from: { path: asPattern(room), pathNot: "\\.spec\\.tsx?$" },
  to: {
    path: "^(apps|packages|db|scripts|tests)/",
    pathNot: [asPattern(room), ...allowed.map(asPattern)],
  },
}));

module.exports = {
  forbidden: [
    ...roomRules,
    {
      name: "nothing-imports-an-app",
      comment: "An app is started as a process; what two rooms need belongs into a package.",
      severity: "error",
      from: { pathNot: "^(apps|tests)/" },
      to: { path: "^apps/" },
    },
    {
      name: "site-and-api-meet-over-http",
      comment: "apps/web and apps/api share types through packages only.",
      severity: "error",
      from: { path: "^apps/([^/]+)/" },
      to: { path: "^apps/", pathNot: "^apps/$1/" },
    },
    {
      name: "no-cycles",
      comment: "Two files that import each other are one file or three.",
      severity: "error",
      from: {},
      to: { circular: true, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "engines-are-pure",
      comment: "Engines and recommender are functions over arrays: no files, no network, no clock.",
      severity: "error",
      from: { path: "^packages/(engines|recommender)/src/", pathNot: "\\.(spec|suite)\\.ts$" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "only-declared-dependencies",
      // The excepted one has types only, which the resolver cannot see.
      comment: "A package that is imported stands in the importing workspace's package.json.",
      severity: "error",
      from: { pathNot: "\\.spec\\.tsx?$" },
      to: {
        pathNot: "^(apps|packages|db|scripts|tests)/|@graphql-typed-document-node/core",
        dependencyTypes: ["npm-no-pkg", "npm-unknown", "unknown"],
      },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(\\.next|dist|node_modules/\\.cache)/|next-env\\.d\\.ts" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
    combinedDependencies: false,
  },
};
