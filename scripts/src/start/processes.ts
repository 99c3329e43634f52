// The API and the site as child processes that end together.
import { type ChildProcess, spawn } from "node:child_process";
import { StartError } from "./start-error.ts";

const readyTimeoutMilliseconds = 60_000;
const pollMilliseconds = 100;
const endTimeoutMilliseconds = 10_000;

export interface RunningProcess {
  readonly name: string;
  readonly child: ChildProcess;
  /** Resolves with the exit code when the process has ended, whoever ended it. */
  readonly ended: Promise<number>;
}

export interface ProcessToStart {
  readonly name: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** What it prints besides errors is not for the terminal. */
  readonly quiet?: boolean;
}

/** Starts a Node program of its own process group, so that Ctrl-C in the terminal reaches only the parent. */
export function startProcess({ name, args, cwd, env, quiet = false }: ProcessToStart): RunningProcess {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", quiet ? "ignore" : "inherit", "inherit"],
    detached: process.platform !== "win32",
  });
  const ended = new Promise<number>((resolve) => {
    child.once("exit", (code) => resolve(code ?? 1));
    child.once("error", () => resolve(1));
  });
  return { name, child, ended };
}

/** Waits until the address answers with success; throws StartError when the process ends or a minute passes first. */
export async function waitUntilReady(running: RunningProcess, url: string): Promise<void> {
  const giveUpAt = Date.now() + readyTimeoutMilliseconds;
  let exitCode: number | undefined;
  running.ended.then((code) => {
    exitCode = code;
  });
  while (exitCode === undefined && Date.now() < giveUpAt) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, pollMilliseconds));
  }
  throw new StartError(
    exitCode === undefined
      ? `The ${running.name} did not answer at ${url} within a minute; its messages above say why.`
      : `The ${running.name} ended with code ${exitCode}; its messages above say why.`,
  );
}

/** Asks each process to end, and after ten seconds ends it. */
export async function endProcesses(processes: readonly RunningProcess[]): Promise<void> {
  await Promise.all(
    processes.map(async ({ child, ended }) => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGTERM");
      const timer = setTimeout(() => child.kill("SIGKILL"), endTimeoutMilliseconds);
      await ended;
      clearTimeout(timer);
    }),
  );
}
