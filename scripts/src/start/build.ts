// Builds the site and the playground where their sources changed; turbo knows.
import { root } from "../root.ts";
import { runNode } from "../run-node.ts";
import { StartError } from "./start-error.ts";

export async function buildSite(): Promise<void> {
  const { code, output } = await runNode(
    "node_modules/turbo/bin/turbo",
    ["run", "build", "--filter=@matinee/web", "--filter=@matinee/api", "--output-logs=errors-only"],
    { cwd: root },
  );
  if (code === 0) return;
  process.stderr.write(output);
  throw new StartError('Building the site failed; mend what is said above, then run "npm start" again.');
}
