// Judges one engine in a process of its own: its peak of memory is the engine's, and ending it is cancelling.
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { readArrays } from "./array-file.ts";
import type { JudgeJob, JudgeMessage, Judgment } from "./judge.messages.ts";

const childProgram = fileURLToPath(new URL("./judge.child.ts", import.meta.url));

export interface JudgeInChildOptions {
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Rejects with the engine's message, or with the signal's reason. */
export function judgeInChild(job: JudgeJob, { onProgress, signal }: JudgeInChildOptions): Promise<Judgment> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const child = fork(childProgram, [JSON.stringify(job)], {
      execArgv: ["--disable-warning=ExperimentalWarning"],
      // Standard output is for results alone.
      stdio: ["ignore", process.stderr, process.stderr, "ipc"],
    });
    const cancel = () => child.kill("SIGKILL");
    signal.addEventListener("abort", cancel, { once: true });
    let isJudged = false;
    let failure = "the process ended without a result";
    child.on("message", (message: JudgeMessage) => {
      if (message.type === "progress") onProgress(message.share);
      else if (message.type === "judged") isJudged = true;
      else failure = message.message;
    });
    child.once("error", (error) => {
      failure = error.message;
    });
    child.once("close", (code, signalName) => {
      signal.removeEventListener("abort", cancel);
      if (signal.aborted) reject(signal.reason);
      else if (isJudged) resolve(readArrays<Judgment>(job.judgmentPath));
      else reject(new Error(signalName ? `${failure} (${signalName})` : failure, { cause: code }));
    });
  });
}
