// `npm test`: checks, the build that the browser tests look at, all tests; closes with one line of counts.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../root.ts";
import { runNode } from "../run-node.ts";
import { checks } from "./checks.ts";
import { readVitestReport } from "./vitest-report.ts";

let passed = 0;
let failed = 0;

function record(name: string, code: number, startedAt: number, mend: string): void {
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  console.log(code === 0 ? `ok      ${name} (${seconds} s)` : `FAILED  ${name} (${seconds} s); mend with: ${mend}`);
  if (code === 0) passed++;
  else failed++;
}

for (const { name, program, args, mend } of checks) {
  const startedAt = Date.now();
  const { code, output } = await runNode(program, args, { cwd: root });
  if (code !== 0) process.stdout.write(output);
  record(name, code, startedAt, mend);
}

const buildStartedAt = Date.now();
const build = await runNode("node_modules/turbo/bin/turbo", ["run", "build", "--output-logs=errors-only"], {
  cwd: root,
});
if (build.code !== 0) process.stdout.write(build.output);
record("build", build.code, buildStartedAt, "npm run build");

const folder = await mkdtemp(join(tmpdir(), "matinee-test-"));
const reportPath = join(folder, "report.json");
const vitest = await runNode(
  "node_modules/vitest/vitest.mjs",
  ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${reportPath}`, ...process.argv.slice(2)],
  { cwd: root, live: true },
);
const counts = await readVitestReport(reportPath);
await rm(folder, { recursive: true, force: true });
passed += counts.passed;
failed += counts.failed;
// A file that cannot be loaded fails the run without a failed test in the counts.
if (vitest.code !== 0 && counts.failed === 0) failed++;

const skipped = [...counts.skipped.values()].reduce((sum, count) => sum + count, 0);
if (skipped > 0) console.log('\nSkipped on this machine; the README\'s "Develop" says how to run them:');
for (const [reason, count] of counts.skipped) console.log(`  ${count} tests: ${reason}`);
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed === 0 ? 0 : 1;
