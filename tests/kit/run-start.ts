// Runs `npm start`'s program to its end, as a user would see it.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../scripts/entry/start.mjs", import.meta.url));
const giveUpAfterMilliseconds = 60_000;

export interface StartResult {
  readonly code: number | null;
  readonly output: string;
  readonly errorLines: readonly string[];
}

export function runStart(args: readonly string[]): Promise<StartResult> {
  return new Promise((resolve, reject) => {
    // Options of the developer's own environment must not reach it.
    const { MATINEE_DATA, MATINEE_WIKIPEDIA, MATINEE_FOLDER, DATABASE_URL, PORT, API_PORT, HOST, ...env } = process.env;
    const child = spawn(process.execPath, [program, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
    const timer = setTimeout(() => child.kill("SIGTERM"), giveUpAfterMilliseconds);
    let output = "";
    let errors = "";
    child.stdout.on("data", (chunk) => {
      output += chunk;
    });
    child.stderr.on("data", (chunk) => {
      output += chunk;
      errors += chunk;
    });
    child.once("error", reject);
    child.once("close", (code) => {
      clearTimeout(timer);
      resolve({ code, output, errorLines: errors.split("\n").filter((line) => line !== "") });
    });
  });
}
