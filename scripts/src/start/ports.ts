// A port in use is said before anything slow begins.
import { createServer } from "node:net";
import { StartError } from "./start-error.ts";

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host: "::", ipv6Only: false, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Throws StartError naming the port and the option that chooses another. */
export async function checkPorts(site: number, api: number): Promise<void> {
  if (site === api) throw new StartError(`Site and API cannot share port ${site}; choose another with --api-port.`);
  const wanted = [
    { port: site, part: "site", option: "--port" },
    { port: api, part: "API", option: "--api-port" },
  ];
  for (const { port, part, option } of wanted) {
    if (await isFree(port)) continue;
    throw new StartError(
      `Port ${port}, wanted for the ${part}, is in use; end the program that uses it or choose another with ${option}.`,
    );
  }
}
