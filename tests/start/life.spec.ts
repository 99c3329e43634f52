// From `npm start` to Ctrl-C, and once more.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sampler } from "@matinee/datasets";
import { openDatabase } from "@matinee/db";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startMatinee } from "../kit/matinee.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "matinee-life-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function countFilms(apiUrl: string): Promise<number> {
  const answer = await fetch(`${apiUrl}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: "{ movies { totalCount } }" }),
  });
  const { data } = (await answer.json()) as { data: { movies: { totalCount: number } } };
  return data.movies.totalCount;
}

it("imports and trains once, serves, ends on Ctrl-C and leaves nothing behind", async () => {
  for (const isFirst of [true, false]) {
    const { siteUrl, apiUrl, output, interrupt } = await startMatinee(folder);
    expect(output.includes("written for Matinee")).toBe(isFirst);
    expect(output).toContain(siteUrl);
    expect(output).toContain(`${apiUrl}/graphql`);
    expect((await fetch(siteUrl)).status).toBe(200);
    expect(await countFilms(apiUrl)).toBe(sampler().movies.length);
    expect(await interrupt()).toBe(0);
    await expect(fetch(siteUrl)).rejects.toThrow();
    await expect(fetch(`${apiUrl}/health`)).rejects.toThrow();
    const database = await openDatabase({ folder: join(folder, "database") });
    await database.close();
  }
});
