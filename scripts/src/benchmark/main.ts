// `npm run benchmark`: kernels, engines and serving, timed side by side in one run; prints medians and ratios.
import { cpus } from "node:os";
import { Command } from "commander";
import { buildPackages } from "../build-packages.ts";
import { databaseUrlOption } from "../command/database-options.ts";
import type { Measurement } from "./benchmark.types.ts";
import { sections } from "./sections.ts";

interface BenchmarkOptions {
  readonly section?: readonly string[];
  readonly python?: string;
  readonly databaseUrl?: string;
  readonly runs: string;
  readonly json?: boolean;
}

const names = sections.map(({ name }) => name);
const program = new Command("npm run benchmark --")
  .description("Times kernels, engines and serving; ratios are against the first line of each work.")
  .option("--section <names...>", `which of ${names.join(", ")}; all by default`)
  .option("--python <path>", "a Python with implicit, irspack, scikit-surprise and myfm, to time them in the same run")
  .addOption(databaseUrlOption())
  .option("--runs <number>", "runs per measurement; the median counts", "5")
  .option("--json", "print nothing to standard output but one JSON document")
  .parse();
const { section, python, databaseUrl, runs, json } = program.opts<BenchmarkOptions>();
const unknown = section?.find((name) => !names.includes(name));
if (unknown) program.error(`There is no section "${unknown}"; there are ${names.join(", ")}.`);
if (!(Number(runs) >= 1)) program.error(`--runs is ${runs}; give a number from 1 up.`);

await buildPackages(["kernels"]);
const measurements: Measurement[] = [];
const bases = new Map<string, number>();
for (const { name, description, run } of sections.filter(({ name }) => section?.includes(name) ?? true)) {
  console.error(`${name}: ${description}`);
  await run({
    ...(python ? { python } : {}),
    ...(databaseUrl ? { databaseUrl } : {}),
    runs: Number(runs),
    report(measurement) {
      measurements.push(measurement);
      const { work, by, milliseconds, figures = {} } = measurement;
      const base = bases.get(work) ?? milliseconds;
      bases.set(work, base);
      const others = Object.entries(figures).map(([key, value]) => `, ${key} ${value.toPrecision(4)}`);
      console.error(
        `  ${work} | ${by}: ${milliseconds.toPrecision(4)} ms (${(milliseconds / base).toFixed(2)}×)${others.join("")}`,
      );
    },
  });
}
const rows = measurements.map((each) => ({ ...each, ratio: each.milliseconds / bases.get(each.work)! }));
if (json) console.log(JSON.stringify({ machine: `${cpus().length} × ${cpus()[0]?.model}`, runs: Number(runs), rows }));
else console.table(rows.map(({ figures, ...row }) => ({ ...row, ...figures })));
