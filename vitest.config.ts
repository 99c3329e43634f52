import { defineConfig } from "vitest/config";

/** These run the whole of Matinee: one at a time, or two starts would build the site over each other. */
const wholeSpecs = ["tests/start/life.spec.ts", "tests/e2e/**/*.spec.ts"];

const shared = { testTimeout: 60_000, hookTimeout: 300_000, pool: "forks" } as const;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: "parts",
          include: ["{apps,packages}/*/src/**/*.spec.ts", "{db,scripts}/src/**/*.spec.ts", "tests/**/*.spec.ts"],
          exclude: wholeSpecs,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...shared,
          name: "whole",
          include: wholeSpecs,
          testTimeout: 300_000,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
