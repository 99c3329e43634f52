import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder, writeFolder } from "../testing/write-source.ts";
import { readRatingTable } from "./rating-table.ts";

const read = async (text: string | Buffer) => readRatingTable(join(await writeFolder({ "own.csv": text }), "own.csv"));

it("reads columns in any order, ids of any kind, times where there are some", async () => {
  expect(
    await read('timestamp,rating,movieId,extra,userId\n7,4.5,"tt1, II",x,ann\n,3,12,y,ann\r\n\n9,.5,12,z,7'),
  ).toEqual({
    userKeys: ["ann", "7"],
    movieKeys: ["tt1, II", "12"],
    users: Int32Array.of(0, 0, 1),
    movies: Int32Array.of(0, 1, 1),
    stars: Float32Array.of(4.5, 3, 0.5),
    ratedAt: Float64Array.of(7, 0, 9),
  });
  expect([...(await read("userId,movieId,rating\n1,2,3\n")).ratedAt]).toEqual([0]);
});

it.each([
  ["", "own.csv is empty"],
  ["userId,movieId,rating\n", "own.csv has no ratings below its header"],
  ["userId,rating\n1,2\n", "own.csv lacks the column movieId (its first line has: userId, rating)"],
  ["1,2,3\n", "own.csv lacks the columns userId, movieId, rating"],
  ["userId,movieId,rating\n1,2,3\n1,3,good\n", 'own.csv line 3 has the rating "good", no number from 0.5 to 5'],
  ["userId,movieId,rating\n1,2,NaN\n", 'own.csv line 2 has the rating "NaN"'],
  ["userId,movieId,rating\n1,2,\n", 'own.csv line 2 has the rating ""'],
  ["userId,movieId,rating\n1,2,6\n", 'own.csv line 2 has the rating "6"'],
  ["userId,movieId,rating\n,2,3\n", "own.csv line 2 lacks a userId or movieId"],
  ["userId,movieId,rating\n1,2,3,4\n", "own.csv line 2 has 4 fields"],
  ["userId,movieId,rating,timestamp\n1,2,3,noon\n", 'own.csv line 2 has the timestamp "noon"'],
  [Buffer.from("userId,movieId,rating\nJos\u00e9,2,3\n", "latin1"), "own.csv is not UTF-8 in line 2"],
])("refuses %j with a sentence", async (text, message) => {
  await expect(read(text)).rejects.toThrow(message);
});

it("refuses a path without a file", async () => {
  const folder = await temporaryFolder();
  await expect(readRatingTable(join(folder, "own.csv"))).rejects.toThrow("There is no file or folder at");
  await expect(readRatingTable(folder)).rejects.toThrow("is a folder; give a csv file");
});
