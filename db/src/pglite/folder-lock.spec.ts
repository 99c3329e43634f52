import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { lockFolder } from "./folder-lock.ts";

const temporary = mkdtempSync(join(tmpdir(), "matinee-lock-"));
const folder = join(temporary, "database");
const children: ChildProcess[] = [];

/** Another process that locks the folder, says so, and holds it until it is killed. */
async function lockInAnotherProcess(): Promise<ChildProcess> {
  const program = `
    import { lockFolder } from ${JSON.stringify(new URL("./folder-lock.ts", import.meta.url).href)};
    lockFolder(${JSON.stringify(folder)});
    console.log("locked");
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  await once(child.stdout, "data");
  return child;
}

afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  rmSync(temporary, { recursive: true, force: true });
});

describe("the lock of a data folder", () => {
  it("refuses a second process in one sentence that names the first", async () => {
    const { pid } = await lockInAnotherProcess();
    expect(() => lockFolder(folder)).toThrow(
      `The database in ${folder} is in use by another Matinee process (process ${pid}); stop it, or use another folder.`,
    );
  });

  it("is taken over at once when its process was killed", async () => {
    const child = await lockInAnotherProcess();
    child.kill("SIGKILL");
    await once(child, "exit");
    const unlock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow("in use by another Matinee process");
    unlock();
    lockFolder(folder)();
  });
});
