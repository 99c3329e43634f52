import { readCsvTable } from "../readers/csv-table.ts";
import type { SourceFile } from "../source/source.types.ts";
import { fileOf } from "./detect-layouts.ts";
import type { Layout, LayoutInput } from "./layout.types.ts";
import { createMovieList } from "./movie-list.ts";
import { readGenomeThemes } from "./movielens-genome.ts";
import { readLinks } from "./movielens-links.ts";
import { readTagThemes } from "./movielens-tags.ts";

const releases = /\bml-(latest-small|latest|20m|25m|32m)\b/;

/** ml-latest-small, ml-latest, ml-20m, ml-25m and ml-32m: csv files with headers, in UTF-8. */
export const movielensCsvLayout: Layout = {
  title: "MovieLens (csv)",
  required: ["movies.csv"],
  ratings: { file: "ratings.csv", separator: ",", header: ["userId", "movieId", "rating", "timestamp"] },
  optional: ["links.csv", "tags.csv", "genome-tags.csv", "genome-scores.csv"],
  alone: { ending: ".csv", columns: ["movieId", "title", "genres"] },
  async read(input) {
    const { files, reading, findings } = input;
    const name = await nameRelease(input);
    const list = createMovieList("movies.csv", findings);
    await readCsvTable(reading.read(fileOf(files, "movies.csv")), {
      file: "movies.csv",
      columns: ["movieId", "title", "genres"],
      onRow: ([id, title, genres], line) => list.add(id, title, genres.split("|"), line),
      onBadRow: (found, line) => list.addBadLine("wrong number of fields", line, `${found} fields`),
    });
    const { movies, indexes } = list.finish();
    const links = await readLinks(input, indexes);
    const tags = await readTagThemes(input, indexes);
    const genome = await readGenomeThemes(input, indexes);
    const told = movies.map((movie, index) => ({
      ...movie,
      ...links.get(index),
      themes: genome.get(index) ?? tags.get(index) ?? [],
    }));
    return { name, terms: termsOf(name), movies: told };
  },
};

/** The release's name: from its README, else from the folder or zip, since all releases look alike. */
async function nameRelease({ files, folderNames }: LayoutInput): Promise<string> {
  const readme = files.get("README.txt");
  const texts = [...(readme ? [await readStart(readme)] : []), ...folderNames];
  for (const text of texts) {
    const found = releases.exec(text);
    if (found) return found[0];
  }
  return "movielens";
}

async function readStart(file: SourceFile): Promise<string> {
  for await (const chunk of (await file.open()) as AsyncIterable<Buffer>) return chunk.toString("utf8", 0, 400);
  return "";
}

function termsOf(name: string): string {
  const sharing = name.startsWith("ml-latest")
    ? "redistribution only under the same terms"
    : "no redistribution without permission";
  return `MovieLens by GroupLens, University of Minnesota: research use, no commercial use without permission, ${sharing}, cite Harper and Konstan 2015.`;
}
