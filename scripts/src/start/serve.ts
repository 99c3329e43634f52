// API and site as processes: the site starts when the API answers, and they end together.
import { resolve } from "node:path";
import { toEmbeddersOptions } from "../command/embedding-options.ts";
import { findRevision } from "../command/revision.ts";
import { root } from "../root.ts";
import type { StartOptions } from "./options.ts";
import { endProcesses, type ProcessToStart, type RunningProcess, startProcess, waitUntilReady } from "./processes.ts";
import { StartError } from "./start-error.ts";

export interface Served {
  readonly siteUrl: string;
  readonly apiUrl: string;
  /** Resolves when the signal has ended both; rejects when one ends by itself, after ending the other. */
  readonly ended: Promise<void>;
}

export async function serve(options: StartOptions, signal: AbortSignal): Promise<Served> {
  const { host, port, apiPort, databaseUrl, folder } = options;
  const { modelsFolder, choice } = toEmbeddersOptions(options);
  const siteUrl = `http://localhost:${port}`;
  const apiUrl = `http://localhost:${apiPort}`;
  // Addresses as other machines see them, where the operator names them.
  const { SITE_URL = siteUrl, API_URL } = process.env;
  const shared = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const processes: RunningProcess[] = [];
  const end = () => endProcesses(processes);
  signal.addEventListener("abort", () => void end(), { once: true });
  const startAndWait = async (process: ProcessToStart, url: string) => {
    signal.throwIfAborted();
    const running = startProcess(process);
    processes.push(running);
    await waitUntilReady(running, url);
  };
  try {
    await startAndWait(
      {
        name: "API",
        args: ["src/main.ts"],
        cwd: resolve(root, "apps/api"),
        env: {
          ...shared,
          PORT: String(apiPort),
          HOST: host,
          SITE_URL,
          MATINEE_FOLDER: folder,
          MATINEE_MODELS: modelsFolder,
          MATINEE_EMBEDDINGS: choice,
          MATINEE_REVISION: findRevision(),
          ...(databaseUrl && { DATABASE_URL: databaseUrl }),
        },
      },
      `${apiUrl}/health`,
    );
    await startAndWait(
      {
        name: "site",
        args: [resolve(root, "node_modules/next/dist/bin/next"), "start", "--hostname", host, "--port", String(port)],
        cwd: resolve(root, "apps/web"),
        env: { ...shared, MATINEE_API_URL: apiUrl, ...(API_URL && { MATINEE_PUBLIC_API_URL: API_URL }) },
        quiet: true,
      },
      siteUrl,
    );
  } catch (error) {
    await end();
    throw error;
  }
  return { siteUrl, apiUrl, ended: waitForEnd(processes, signal) };
}

async function waitForEnd(processes: readonly RunningProcess[], signal: AbortSignal): Promise<void> {
  const first = await Promise.race(processes.map(async ({ name, ended }) => ({ name, code: await ended })));
  await endProcesses(processes);
  if (!signal.aborted)
    throw new StartError(`The ${first.name} ended with code ${first.code}; its messages above say why.`);
}
