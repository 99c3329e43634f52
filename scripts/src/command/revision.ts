// Which state of the program made a model.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../root.ts";

/** In a checkout the commit, with "-dirty" when files differ from it; elsewhere the version. */
export function findRevision(): string {
  if (existsSync(join(root, ".git"))) {
    try {
      const args = ["describe", "--always", "--dirty", "--abbrev=40", "--exclude=*"];
      return execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
    } catch {
      // no git on this machine, or no commit yet
    }
  }
  return JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version;
}
