// Runs the whole of Matinee, as `npm start` does, on the bundled films, for tests that use it from outside.
import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { startEnvironment, startProgram } from "./start-program.ts";

const readyText = "Matinee is running";
const giveUpAfterMilliseconds = 240_000;

export interface RunningMatinee {
  readonly siteUrl: string;
  readonly apiUrl: string;
  /** All that was printed. */
  readonly output: string;
  /** Ctrl-C in a terminal: the signal reaches every process of it. Resolves to the exit code. */
  interrupt(): Promise<number | null>;
}

/** Starts site and API on free ports over the database in `folder`. Rejects with the output when it ends first. */
export async function startMatinee(folder: string): Promise<RunningMatinee> {
  const [port, apiPort] = await Promise.all([findFreePort(), findFreePort()]);
  const args = ["--data", "sampler", "--folder", folder, "--port", String(port), "--api-port", String(apiPort)];
  const child = spawn(process.execPath, [startProgram, ...args], {
    env: startEnvironment(),
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const interrupt = () => {
    if (child.exitCode === null) process.kill(-child.pid!, "SIGINT");
    return ended;
  };
  try {
    const output = await readUntilReady(child);
    return { siteUrl: `http://localhost:${port}`, apiUrl: `http://localhost:${apiPort}`, output, interrupt };
  } catch (error) {
    await interrupt();
    throw error;
  }
}

function readUntilReady(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    const timer = setTimeout(
      () => reject(new Error(`Matinee did not start in time:\n${output}`)),
      giveUpAfterMilliseconds,
    );
    const read = (chunk: Buffer) => {
      output += chunk;
      if (!output.includes(readyText)) return;
      clearTimeout(timer);
      resolve(output);
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
