// Builds what must be compiled, where its sources changed; turbo knows. Prints nothing unless it fails.
import { root } from "./root.ts";
import { runNode } from "./run-node.ts";

/** Throws an error that carries turbo's output. */
export async function buildPackages(names: readonly string[]): Promise<void> {
  const filters = names.map((name) => `--filter=@matinee/${name}`);
  const { code, output } = await runNode(
    "node_modules/turbo/bin/turbo",
    ["run", "build", ...filters, "--output-logs=errors-only"],
    { cwd: root },
  );
  if (code !== 0) throw new Error(`Building ${names.join(", ")} failed:\n${output}`);
}
