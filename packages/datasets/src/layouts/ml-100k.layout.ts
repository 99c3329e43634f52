import { DatasetError } from "../dataset.types.ts";
import { readLatin1 } from "../source/text-blocks.ts";
import { fileOf } from "./detect-layouts.ts";
import type { Layout } from "./layout.types.ts";
import { createMovieList } from "./movie-list.ts";
import { readTextRows } from "./text-rows.ts";
import { createViewerList } from "./viewer-list.ts";

const factColumns = ["movie id", "title", "release date", "video release date", "IMDb URL"];

/** ml-100k: tab separated ratings, movies with one flag for each genre, in Latin-1. */
export const ml100kLayout: Layout = {
  title: "MovieLens 100k",
  required: ["u.item", "u.genre"],
  ratings: { file: "u.data", separator: "\t", header: null },
  optional: ["u.user"],
  async read({ files, reading, findings }) {
    const genres = parseGenres((await readLatin1(reading.read(fileOf(files, "u.genre")))).text);
    const list = createMovieList("u.item", findings);
    const table = {
      file: "u.item",
      separator: "|",
      columns: [...factColumns, ...genres],
      onRow: ([id, title, , , , ...flags]: string[], line: number) =>
        list.add(
          id,
          title,
          genres.filter((_, place) => flags[place] === "1"),
          line,
        ),
    };
    await readTextRows(reading.read(fileOf(files, "u.item")), table, list, findings);
    const { movies } = list.finish();
    const viewers = createViewerList("u.user", findings);
    const users = files.get("u.user");
    if (users) {
      const userTable = {
        file: "u.user",
        separator: "|",
        columns: ["user id", "age", "gender", "occupation", "zip code"],
        onRow: ([id, age, sex, occupation]: string[], line: number) => viewers.add({ id, age, sex, occupation }, line),
      };
      await readTextRows(reading.read(users), userTable, viewers, findings);
    }
    const terms =
      "MovieLens 100k by GroupLens, University of Minnesota: research use, no redistribution, no commercial use without permission.";
    return { name: "ml-100k", terms, movies, ...viewers.finish() };
  },
};

function parseGenres(text: string): string[] {
  const names: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const found = /^(.+)\|(\d+)$/.exec(line.trim());
    if (found) names[Number(found[2])] = found[1];
  }
  if (names.length === 0 || names.includes(undefined as unknown as string)) {
    throw new DatasetError("u.genre does not name its genres as name|number; download it again.");
  }
  return names;
}
