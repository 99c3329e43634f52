// Runs `npm start`'s program to its end, as a user would see it.
import { spawn } from "node:child_process";
import { startEnvironment, startProgram } from "./start-program.ts";

const giveUpAfterMilliseconds = 60_000;

export interface StartResult {
  readonly code: number | null;
  readonly output: string;
  readonly errorLines: readonly string[];
}

export function runStart(args: readonly string[]): Promise<StartResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [startProgram, ...args], {
      env: startEnvironment(),
      stdio: ["ignore", "pipe", "pipe"],
    });
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
