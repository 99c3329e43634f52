import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { renderRepositorySql } from "./render-repository-sql.ts";

it("db/sql shows what the repositories send (npm run generate writes it anew)", async () => {
  const folder = new URL("../../sql/", import.meta.url);
  const committed = Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), "utf8")]),
  );
  expect(committed).toEqual(await renderRepositorySql());
});
