// Fits one engine in a child process at low priority: the memory goes with it, and ending it is cancelling.
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { TrainingEpoch } from "@matinee/engines";
import { WorkflowError } from "../workflow-error.ts";
import type { FitJob, FitMessage, FitResult } from "./fit.messages.ts";

const childProgram = fileURLToPath(new URL("./fit.child.ts", import.meta.url));

export interface FitInChildOptions {
  readonly onProgress?: (share: number) => void;
  readonly onEpoch?: (epoch: TrainingEpoch) => void;
  readonly signal?: AbortSignal;
}

/** Resolves when the model file is written. Rejects with the engine's message, or with the signal's reason. */
export function fitInChild(job: FitJob, { onProgress, onEpoch, signal }: FitInChildOptions = {}): Promise<FitResult> {
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    const child = fork(childProgram, [JSON.stringify(job)], { execArgv: ["--disable-warning=ExperimentalWarning"] });
    const cancel = () => child.kill("SIGKILL");
    signal?.addEventListener("abort", cancel, { once: true });
    let result: FitResult | undefined;
    let failure: string | undefined;
    child.on("message", (message: FitMessage) => {
      if (message.type === "progress") onProgress?.(message.share);
      else if (message.type === "epoch") onEpoch?.(message.epoch);
      else if (message.type === "fitted") result = message.result;
      else failure = message.message;
    });
    child.once("error", (error) => {
      failure = error.message;
    });
    child.once("close", (code, signalName) => {
      signal?.removeEventListener("abort", cancel);
      if (signal?.aborted) reject(signal.reason);
      else if (result) resolve(result);
      else {
        failure ??= `The process ended without a result (${signalName ?? `exit code ${code}`}).`;
        reject(new WorkflowError(`${job.engine}: ${failure}`));
      }
    });
  });
}
