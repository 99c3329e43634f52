// What every command does around its work: Ctrl-C, one sentence for a failure that was to be expected, the exit code.
import { DatasetError } from "@matinee/datasets";
import { DatabaseError } from "@matinee/db";
import { EngineInputError } from "@matinee/engines";
import { SentimentError } from "@matinee/sentiment";
import { WorkflowError } from "@matinee/workflows";
import { CommandError } from "./command-error.ts";

const expectedErrors = [CommandError, WorkflowError, DatabaseError, DatasetError, EngineInputError, SentimentError];

/** Exit code 0, 1 after a failure, 130 after Ctrl-C. */
export async function runCommand(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const interruption = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(name, () => interruption.abort(new Error("Stopped by the user.")));
  }
  try {
    await work(interruption.signal);
  } catch (error) {
    const isExpected = error instanceof Error && expectedErrors.some((kind) => error instanceof kind);
    if (interruption.signal.aborted) console.error("Stopped.");
    else console.error(isExpected ? error.message : error);
    process.exitCode = interruption.signal.aborted ? 130 : 1;
  }
}
