// `npm start`: from a clone to a running site. Ctrl-C ends everything, at any time.
import { DatasetError } from "@matinee/datasets";
import { DatabaseError } from "@matinee/db";
import { CommandError } from "../command/command-error.ts";
import { runStep } from "../progress/progress.ts";
import { buildSite } from "./build.ts";
import { parseStartOptions, type StartOptions } from "./options.ts";
import { checkPorts } from "./ports.ts";
import { prepareDatabase } from "./prepare.ts";
import { serve } from "./serve.ts";
import { describeServices } from "./services.ts";
import { StartError } from "./start-error.ts";
import { formatSummary } from "./summary.ts";

async function start(options: StartOptions, signal: AbortSignal): Promise<void> {
  await checkPorts(options);
  const prepared = await prepareDatabase(options, signal);
  await runStep("Building the site", buildSite);
  const served = await runStep("Starting API and site", () => serve(options, signal));
  const services = await describeServices(served.apiUrl);
  console.log(`\nMatinee is running; Ctrl-C ends it.\n${formatSummary(prepared, served, services)}\n`);
  await served.ended;
}

function isExpected(error: unknown): error is Error {
  return [StartError, CommandError, DatasetError, DatabaseError].some((kind) => error instanceof kind);
}

const interruption = new AbortController();
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => interruption.abort());

try {
  await start(parseStartOptions(process.argv.slice(2)), interruption.signal);
} catch (error) {
  if (interruption.signal.aborted) console.error("Stopped.");
  else console.error(isExpected(error) ? error.message : error);
  process.exitCode = interruption.signal.aborted ? 130 : 1;
}
