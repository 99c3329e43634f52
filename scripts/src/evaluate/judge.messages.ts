// What the judging process is told and what it tells: the one seam between the two processes.
import type { Evaluation, Task } from "@matinee/evaluation";
import type { Settings } from "./candidates.ts";

/** The job, as JSON in the child's first argument. */
export interface JudgeJob {
  readonly engine: string;
  readonly settings: Settings;
  readonly task: Task;
  readonly k: number;
  readonly seed: number;
  readonly threads: number;
  /** Files that `writeArrays` wrote a `Fold` into. */
  readonly foldPaths: readonly string[];
  /** Where the child writes its `Judgment`. */
  readonly judgmentPath: string;
}

export interface Judgment extends Evaluation {
  /** The most memory the process ever held. */
  readonly peakMegabytes: number;
}

export type JudgeMessage =
  | { readonly type: "progress"; readonly share: number }
  | { readonly type: "judged" }
  | { readonly type: "failed"; readonly message: string };
