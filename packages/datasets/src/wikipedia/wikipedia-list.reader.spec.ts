import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { openCatalog } from "../open-catalog.ts";
import { readCatalog } from "../read-catalog.ts";
import { csvFiles } from "../testing/fixtures.ts";
import { film } from "../testing/movies.ts";
import { writeFolder } from "../testing/write-source.ts";

const films = [film("The Matrix", 1999, { extract: "The Matrix is a 1999 film." }), film("Heat", 1995, { href: null })];
const json = JSON.stringify(films);
const listOf = async (content: string | Buffer) => join(await writeFolder({ "movies.json": content }), "movies.json");

const read = async (content: string | Buffer) => openCatalog([await listOf(content)]);

describe("the Wikipedia list", () => {
  it("is the same with and without gzip, under any name", async () => {
    const plain = await read(json);
    expect(plain.movies.map(({ title }) => title)).toEqual(["The Matrix", "Heat"]);
    expect(await read(gzipSync(json))).toEqual(plain);
    const renamed = join(await writeFolder({ "films.json.gz": gzipSync(json) }), "films.json.gz");
    expect((await openCatalog([renamed])).movies).toEqual(plain.movies);
  });

  it("skips a malformed entry among many", async () => {
    const many = [...Array.from({ length: 200 }, (_, place) => film(`Film ${place}`, 1990)), { title: "No year" }];
    const { movies, findings } = await read(JSON.stringify(many));
    expect(movies).toHaveLength(200);
    expect(findings).toMatchObject([{ rule: "malformed entry of the Wikipedia list: skipped", count: 1 }]);
    expect(findings[0].examples[0]).toMatch(/^movies\.json film 201: year /);
  });

  it.each([
    ["cut JSON", json.slice(0, -5), "movies.json is not whole JSON"],
    ["cut gzip", gzipSync(json).subarray(0, 60), "movies.json is not a whole gzip file"],
    ["an object", "{}", "movies.json is not a list of films"],
    ["another list", '[{"name":"Heat"}]', "movies.json is not the Wikipedia film list: 1 of 1 entries lack its fields"],
    [
      "Latin-1",
      Buffer.from('[\n{"title":"Misérables, Les","year":1995}]', "latin1"),
      "movies.json is not UTF-8 in line 2",
    ],
  ])("refuses %s with a sentence", async (_case, content, message) => {
    await expect(read(content)).rejects.toThrow(message);
  });

  it("belongs to the catalog's fingerprint and fills its movies", async () => {
    const folder = await writeFolder(csvFiles);
    const plain = await readCatalog([folder]);
    const filled = await readCatalog([folder, await listOf(json)]);
    expect(filled.movies.map((movie) => movie.overview)).toEqual([null, "The Matrix is a 1999 film.", null, null]);
    expect(filled.fingerprint).not.toBe(plain.fingerprint);
    const zipped = await readCatalog([folder, await listOf(gzipSync(json))]);
    expect(zipped.fingerprint).toBe(filled.fingerprint);
    await expect(readCatalog([folder, "/nowhere.json"])).rejects.toThrow("There is no file or folder at /nowhere.json");
  });
});
