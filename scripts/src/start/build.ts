// Builds the site, the playground and the kernels.
import { buildPackages } from "../build-packages.ts";
import { StartError } from "./start-error.ts";

export async function buildSite(): Promise<void> {
  try {
    await buildPackages(["web", "api", "kernels"]);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    throw new StartError('Building the site failed; mend what is said above, then run "npm start" again.');
  }
}
