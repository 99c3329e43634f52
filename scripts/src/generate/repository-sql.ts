// Writes the SQL that each repository emits, so that a changed query shows in review.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { renderRepositorySql } from "@matinee/db";
import { root } from "../root.ts";

const folder = join(root, "db/sql");
await rm(folder, { recursive: true, force: true });
await mkdir(folder);
for (const [file, sql] of Object.entries(await renderRepositorySql())) await writeFile(join(folder, file), sql);
