import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: [
      "{apps,packages}/*/src/**/*.spec.{ts,tsx}",
      "db/src/**/*.spec.ts",
      "scripts/src/**/*.spec.ts",
      "tests/**/*.spec.ts",
    ],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: "forks",
    maxWorkers: 2,
  },
});
