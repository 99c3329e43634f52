// The child process that fits and judges one engine.
import { readFileSync } from "node:fs";
import { evaluateEngine, type Fold, getJudgedEngine } from "@matinee/evaluation";
import { readArrays, writeArrays } from "./array-file.ts";
import type { JudgeJob, JudgeMessage, Judgment } from "./judge.messages.ts";

const tell = (message: JudgeMessage) => process.send?.(message);

function judge({ engine, settings, foldPaths, judgmentPath, ...options }: JudgeJob): void {
  const evaluation = evaluateEngine(getJudgedEngine(engine), readFolds(foldPaths), {
    ...options,
    hyperparameters: settings,
    foldCount: foldPaths.length,
    onProgress: (share) => tell({ type: "progress", share }),
  });
  const judgment: Judgment = { ...evaluation, peakMegabytes: peakMegabytes() };
  writeArrays(judgmentPath, judgment);
  tell({ type: "judged" });
}

/** One after the other, so that they are not all in memory. */
function* readFolds(paths: readonly string[]): Generator<Fold> {
  for (const path of paths) yield readArrays<Fold>(path);
}

/** Linux counts this process alone in VmHWM, where the figure that it gives to every system may begin with the parent's. */
function peakMegabytes(): number {
  const kilobytes =
    process.platform === "linux"
      ? Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1])
      : process.resourceUsage().maxRSS;
  return Math.round(kilobytes / 102.4) / 10;
}

// Whoever started this process is gone: nobody waits for the judgment.
process.once("disconnect", () => process.exit(1));
try {
  judge(JSON.parse(process.argv[2]!));
} catch (error) {
  tell({ type: "failed", message: error instanceof Error ? error.message : String(error) });
  process.exitCode = 1;
}
process.removeAllListeners("disconnect");
process.disconnect?.();
