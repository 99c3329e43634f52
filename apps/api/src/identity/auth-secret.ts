// The key that signs sessions: given, or made once and kept beside the data, so that sessions outlive a restart.
import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

export async function readAuthSecret(given: string | undefined, folder: string): Promise<string> {
  if (given) return given;
  const path = join(folder, "auth-secret");
  await mkdir(folder, { recursive: true });
  const made = randomBytes(32).toString("base64url");
  try {
    await writeFile(path, made, { flag: "wx", mode: 0o600 });
    return made;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return (await readFile(path, "utf8")).trim();
  }
}
