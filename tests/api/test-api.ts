// Starts the API in a process of its own and talks to it from specs.
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { TestDatabase } from "../kit/databases.ts";
import type { FromApi, ToApi } from "./api-process.messages.ts";

const program = fileURLToPath(new URL("./api.process.ts", import.meta.url));

export interface TestApi {
  readonly url: string;
  /** Statements that repositories sent since the API started. */
  countStatements(): Promise<number>;
  /** Resolves to the process's exit code. */
  close(): Promise<number | null>;
}

export async function startTestApi({ name }: TestDatabase): Promise<TestApi> {
  const child = fork(program, [name], { stdio: ["ignore", "inherit", "inherit", "ipc"], execArgv: [] });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const tell = (message: ToApi) => child.send(message);
  const hear = <Type extends FromApi["type"]>(type: Type) =>
    new Promise<Extract<FromApi, { type: Type }>>((resolve, reject) => {
      const onMessage = (message: FromApi) => {
        if (message.type !== type) return;
        child.off("message", onMessage);
        resolve(message as Extract<FromApi, { type: Type }>);
      };
      child.on("message", onMessage);
      ended.then((code) => reject(new Error(`The API ended with code ${code}; its messages above say why.`)));
    });

  const { url } = await hear("ready");
  return {
    url,
    async countStatements() {
      tell("count");
      return (await hear("counted")).statements;
    },
    close() {
      tell("close");
      return ended;
    },
  };
}
