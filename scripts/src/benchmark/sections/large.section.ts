// What training at the size of MovieLens 25M takes, in time and memory.
import { fileURLToPath } from "node:url";
import { runNode } from "../../run-node.ts";
import type { BenchmarkSection } from "../benchmark.types.ts";

const factors = 64;
const threads = 2;
const epochs = 4;

const program = fileURLToPath(new URL("../programs/fit-large.ts", import.meta.url));

export const largeSection: BenchmarkSection = {
  name: "large",
  description: "iALS on 162,541 × 62,423 with 25 M simulated ratings",
  async run({ report }) {
    const { code, output } = await runNode(program, [factors, threads, epochs].map(String), { cwd: process.cwd() });
    if (code !== 0) throw new Error(`The fit ended with code ${code}: ${output}`);
    const { epochMilliseconds, ...figures } = JSON.parse(output);
    report({
      work: `iALS epoch, 3 CG steps, k = ${factors}, 25 M ratings`,
      by: `SIMD, ${threads} threads`,
      milliseconds: epochMilliseconds,
      figures,
    });
  },
};
