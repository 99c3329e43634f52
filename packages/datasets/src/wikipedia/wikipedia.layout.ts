import { basename } from "node:path";
import { buffer } from "node:stream/consumers";
import { fileOf } from "../layouts/detect-layouts.ts";
import type { Layout } from "../layouts/layout.types.ts";
import { parseWikipediaList } from "./wikipedia-list.reader.ts";
import { toSourceMovies } from "./wikipedia-movies.ts";

/** American films of Wikipedia's lists, with cast, genres and the beginning of their pages. */
export const wikipediaLayout: Layout = {
  title: "the Wikipedia film list",
  required: ["movies.json"],
  optional: [],
  alone: { ending: ".json", columns: [] },
  supplement: true,
  async read({ files, reading, findings }) {
    const file = fileOf(files, "movies.json");
    const bytes = await buffer(reading.read(file));
    const { films, skipped } = parseWikipediaList(bytes, basename(file.path));
    for (const example of skipped) findings.add("malformed entry of the Wikipedia list: skipped", example);
    return {
      name: "wikipedia",
      terms: "Film texts from Wikipedia (CC BY-SA) by way of prust/wikipedia-movie-data (MIT).",
      movies: toSourceMovies(films, findings),
    };
  },
};
