// Runs the whole of Matinee, as `npm start` does, on the bundled films, for tests that use it from outside.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEnvironment, startProgram } from "./start-program.ts";

const readyText = "Matinee is running";
const giveUpAfterMilliseconds = 240_000;

export interface RunningMatinee {
  readonly siteUrl: string;
  readonly apiUrl: string;
  close(): Promise<void>;
}

/** Starts site and API on free ports over a new database in a temporary folder. Rejects with the output when it ends. */
export async function startMatinee(): Promise<RunningMatinee> {
  const [port, apiPort] = await Promise.all([findFreePort(), findFreePort()]);
  const folder = await mkdtemp(join(tmpdir(), "matinee-e2e-"));
  const args = ["--data", "sampler", "--folder", folder, "--port", String(port), "--api-port", String(apiPort)];
  const child = spawn(process.execPath, [startProgram, ...args], {
    env: startEnvironment(),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const close = async () => {
    child.kill("SIGTERM");
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await waitUntilReady(child);
  } catch (error) {
    await close();
    throw error;
  }
  return { siteUrl: `http://localhost:${port}`, apiUrl: `http://localhost:${apiPort}`, close };
}

function waitUntilReady(child: ReturnType<typeof spawn>): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = "";
    const timer = setTimeout(
      () => reject(new Error(`Matinee did not start in time:\n${output}`)),
      giveUpAfterMilliseconds,
    );
    const read = (chunk: Buffer) => {
      output += chunk;
      if (output.includes(readyText)) {
        clearTimeout(timer);
        resolve();
      }
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("close", (code) => {
      clearTimeout(timer);
      reject(new Error(`Matinee ended with code ${code}:\n${output}`));
    });
  });
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
