// A port in use is said before anything slow begins.
import { createServer } from "node:net";
import type { StartOptions } from "./options.ts";
import { StartError } from "./start-error.ts";

/** Undefined when the port is free, else why it is not. */
function findObstacle(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

/** Browsers never call the ports of some old protocols, and neither does fetch. */
async function isForbidden(host: string, port: number): Promise<boolean> {
  const answer = await fetch(`http://${host}:${port}`).catch((error: Error) => error);
  return answer instanceof Error && answer.cause instanceof Error && answer.cause.message === "bad port";
}

/** Throws StartError naming the port and the option that chooses another. */
export async function checkPorts({
  host,
  port: sitePort,
  apiPort,
}: Pick<StartOptions, "host" | "port" | "apiPort">): Promise<void> {
  if (sitePort === apiPort) {
    throw new StartError(`Site and API cannot share port ${sitePort}; choose another with --api-port.`);
  }
  const wanted = [
    { port: sitePort, part: "site", option: "--port" },
    { port: apiPort, part: "API", option: "--api-port" },
  ];
  for (const { port, part, option } of wanted) {
    const obstacle = await findObstacle(host, port);
    if (obstacle === undefined) {
      if (!(await isForbidden(host, port))) continue;
      throw new StartError(`Browsers refuse port ${port}, wanted for the ${part}; choose another with ${option}.`);
    }
    if (obstacle === "EADDRINUSE") {
      throw new StartError(
        `Port ${port}, wanted for the ${part}, is in use; end the program that uses it or choose another with ${option}.`,
      );
    }
    throw new StartError(
      `The ${part} cannot listen at ${host} port ${port} (${obstacle}); choose with --host and ${option}.`,
    );
  }
}
