// `npm run generate` makes the committed artefacts anew; with --check it changes nothing and fails when one is stale.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "../root.ts";
import { listDifferences, readFiles, restoreFiles } from "./committed-files.ts";
import { generators } from "./generators.ts";

const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });

process.chdir(root);

const outputs = generators.flatMap((generator) => generator.outputs);
const before = await readFiles(outputs);
for (const { name, program, args, cwd } of generators) {
  const result = spawnSync(process.execPath, ["--disable-warning=ExperimentalWarning", join(root, program), ...args], {
    cwd: join(root, cwd),
    encoding: "utf8",
  });
  if (result.status === 0) continue;
  process.stderr.write(`${result.stdout}${result.stderr}`);
  console.error(`Generating ${name} failed.`);
  await restoreFiles(listDifferences(before, await readFiles(outputs)), before);
  process.exit(1);
}

const stale = listDifferences(before, await readFiles(outputs));
if (values.check && stale.length > 0) {
  await restoreFiles(stale, before);
  console.error(`Stale, run "npm run generate" and commit:\n${stale.map((path) => `  ${path}`).join("\n")}`);
  process.exit(1);
}
for (const path of stale) console.log(`written ${path}`);
