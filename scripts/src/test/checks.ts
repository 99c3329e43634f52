// What `npm test` runs before the tests, in order. Each is a command of its own that a developer can call too.
export interface Check {
  readonly name: string;
  /** A program of node_modules, as path below it, and its arguments. */
  readonly program: string;
  readonly args: readonly string[];
  readonly mend: string;
}

export const checks: readonly Check[] = [
  {
    name: "format and lint",
    program: "node_modules/@biomejs/biome/bin/biome",
    args: ["ci", "--error-on-warnings", "."],
    mend: "npm run format",
  },
  {
    name: "types",
    program: "node_modules/typescript/bin/tsc",
    args: ["--noEmit"],
    mend: "npm run check:types",
  },
  {
    name: "types of site and playground",
    program: "node_modules/turbo/bin/turbo",
    args: ["run", "check:types", "--output-logs=errors-only"],
    mend: "npm run check:types",
  },
  {
    name: "architecture",
    program: "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs",
    args: ["--config", ".dependency-cruiser.cjs", "apps", "packages", "db", "scripts", "tests"],
    mend: "npm run check:architecture",
  },
  {
    name: "dead code",
    program: "node_modules/knip/bin/knip.js",
    args: [],
    mend: "npm run check:dead-code",
  },
  {
    name: "generated files",
    program: "scripts/src/generate/main.ts",
    args: ["--check"],
    mend: "npm run generate, then commit",
  },
];
