// `npm run evaluate`: judges engines by a published protocol or on one's own files, and prints a table or JSON.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatasetError } from "@matinee/datasets";
import { EngineInputError } from "@matinee/engines";
import { evaluate } from "./evaluate.ts";
import { EvaluateError } from "./evaluate-error.ts";
import { parseEvaluateOptions } from "./options.ts";
import { printTables } from "./results.ts";

const options = parseEvaluateOptions(process.argv.slice(2));
const stopped = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => stopped.abort(new EvaluateError("Stopped.")));
}
const folder = await mkdtemp(join(tmpdir(), "matinee-evaluate-"));
try {
  const { task, results, failed } = await evaluate(options, folder, stopped.signal);
  if (options.json) console.log(JSON.stringify({ results, ...(failed.length > 0 && { failed }) }));
  else if (results.length > 0) printTables(results, task);
  process.exitCode = failed.length > 0 ? 1 : 0;
} catch (error) {
  const isExpected = [EvaluateError, DatasetError, EngineInputError].some((kind) => error instanceof kind);
  console.error(isExpected && error instanceof Error ? error.message : error);
  process.exitCode = stopped.signal.aborted ? 130 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
