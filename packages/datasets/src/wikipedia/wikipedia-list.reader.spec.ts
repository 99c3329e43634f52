import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readCatalog } from "../read-catalog.ts";
import { csvFiles } from "../testing/fixtures.ts";
import { film } from "../testing/movies.ts";
import { writeFolder } from "../testing/write-source.ts";
import { readWikipediaList } from "./wikipedia-list.reader.ts";

const films = [film("The Matrix", 1999, { extract: "The Matrix is a 1999 film." }), film("Heat", 1995, { href: null })];
const json = JSON.stringify(films);
const listOf = async (content: string | Buffer) => join(await writeFolder({ "movies.json": content }), "movies.json");

describe("the Wikipedia list", () => {
  it("is the same with and without gzip", async () => {
    const plain = await readWikipediaList(await listOf(json));
    expect(plain.films).toEqual(films);
    expect(await readWikipediaList(await listOf(gzipSync(json)))).toEqual(plain);
  });

  it("skips a malformed entry among many", async () => {
    const many = [...Array.from({ length: 200 }, (_, place) => film(`Film ${place}`, 1990)), { title: "No year" }];
    const list = await readWikipediaList(await listOf(JSON.stringify(many)));
    expect(list.films).toHaveLength(200);
    expect(list.skipped).toHaveLength(1);
    expect(list.skipped[0]).toMatch(/^movies\.json film 201: year /);
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
    await expect(readWikipediaList(await listOf(content))).rejects.toThrow(message);
  });

  it("belongs to the catalog's fingerprint and fills its movies", async () => {
    const folder = await writeFolder(csvFiles);
    const plain = await readCatalog(folder);
    const filled = await readCatalog(folder, { wikipediaPath: await listOf(json) });
    expect(filled.movies.map((movie) => movie.overview)).toEqual([null, "The Matrix is a 1999 film.", null, null]);
    expect(filled.fingerprint).not.toBe(plain.fingerprint);
    const zipped = await readCatalog(folder, { wikipediaPath: await listOf(gzipSync(json)) });
    expect(zipped.fingerprint).toBe(filled.fingerprint);
    await expect(readCatalog(folder, { wikipediaPath: "/nowhere.json" })).rejects.toThrow(
      "There is no file or folder at /nowhere.json",
    );
  });
});
