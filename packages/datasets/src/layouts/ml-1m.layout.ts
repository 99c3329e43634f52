import { fileOf } from "./detect-layouts.ts";
import type { Layout } from "./layout.types.ts";
import { createMovieList } from "./movie-list.ts";
import { readTextRows } from "./text-rows.ts";
import { createViewerList } from "./viewer-list.ts";

const occupations = [
  "other",
  "academic or educator",
  "artist",
  "clerical or administrative",
  "college or graduate student",
  "customer service",
  "doctor or health care",
  "executive or managerial",
  "farmer",
  "homemaker",
  "K-12 student",
  "lawyer",
  "programmer",
  "retired",
  "sales or marketing",
  "scientist",
  "self-employed",
  "technician or engineer",
  "tradesman or craftsman",
  "unemployed",
  "writer",
];

/** ml-1m: fields separated by "::", no headers, Latin-1. */
export const ml1mLayout: Layout = {
  title: "MovieLens 1M",
  required: ["movies.dat"],
  ratings: { file: "ratings.dat", separator: "::", header: null },
  optional: ["users.dat"],
  async read({ files, reading, findings }) {
    const list = createMovieList("movies.dat", findings);
    const table = {
      file: "movies.dat",
      separator: "::",
      columns: ["MovieID", "Title", "Genres"],
      onRow: ([id, title, genres]: string[], line: number) => list.add(id, title, genres.split("|"), line),
    };
    await readTextRows(reading.read(fileOf(files, "movies.dat")), table, list, findings);
    const { movies } = list.finish();
    const viewers = createViewerList("users.dat", findings);
    const users = files.get("users.dat");
    if (users) {
      const userTable = {
        file: "users.dat",
        separator: "::",
        columns: ["UserID", "Gender", "Age", "Occupation", "Zip-code"],
        onRow: ([id, sex, age, occupation]: string[], line: number) =>
          viewers.add({ id, age, sex, occupation: occupations[Number(occupation)] ?? "" }, line),
      };
      await readTextRows(reading.read(users), userTable, viewers, findings);
    }
    const terms =
      "MovieLens 1M by GroupLens, University of Minnesota: research use, no redistribution, no commercial use without permission.";
    return { name: "ml-1m", terms, movies, ...viewers.finish() };
  },
};
