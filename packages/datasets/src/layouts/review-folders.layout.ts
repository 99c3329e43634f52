import { buffer } from "node:stream/consumers";
import { cutFile } from "../readers/columns.ts";
import { isPlainUtf8 } from "../source/text-blocks.ts";
import { createBadLines } from "./bad-lines.ts";
import { findFiles } from "./detect-layouts.ts";
import { parseImdbId } from "./ids.ts";
import type { Layout, LayoutInput, ReadReview } from "./layout.types.ts";
import { cleanReview, reviewSource } from "./reviews.ts";

/**
 * The Large Movie Review Dataset as it is published: a file for each review, named by number and stars, and a list of
 * addresses whose line n, counted from 0, tells the film of review n.
 */
export const reviewFoldersLayout: Layout = {
  title: "Large Movie Review Dataset",
  required: ["*/urls_pos.txt", "*/urls_neg.txt"],
  optional: ["*/pos/*.txt", "*/neg/*.txt"],
  supplement: true,
  async read(input) {
    const reviews: ReadReview[] = [];
    for (const label of ["pos", "neg"]) {
      for (const [name] of findFiles(input.files, `*/urls_${label}.txt`)) {
        const split = name.slice(0, name.indexOf("/"));
        reviews.push(...(await readFolder(input, `${split}/${label}`, await readFilms(input, name))));
      }
    }
    return { ...reviewSource, reviews };
  },
};

/** The IMDb id of each line, null where a line has none. */
async function readFilms({ files, reading, findings }: LayoutInput, name: string): Promise<(string | null)[]> {
  const text = (await buffer(reading.read(files.get(name)!))).toString("latin1");
  const badLines = createBadLines(name, "address", findings);
  const lines = text.split(/\r?\n/);
  const rest = lines.pop() ?? "";
  if (rest !== "") lines.push(rest);
  const ids = lines.map((line, place) => {
    badLines.count();
    const id = parseImdbId(/\/title\/(tt\d{7,8})(?:\/|$)/.exec(line)?.[1] ?? "");
    if (id === null && rest !== "" && place === lines.length - 1) throw cutFile(name, place + 1);
    if (id === null) badLines.skip("no IMDb id in the address", place + 1, line);
    return id;
  });
  badLines.check();
  return ids;
}

async function readFolder(
  { files, reading, findings }: LayoutInput,
  folder: string,
  films: readonly (string | null)[],
): Promise<ReadReview[]> {
  const badFiles = createBadLines(folder, "review", findings);
  const reviews: ReadReview[] = [];
  const found = findFiles(files, `${folder}/*.txt`).flatMap(([name, file]) => {
    const [, id, stars] = /\/(\d+)_(\d+)\.txt$/.exec(name) ?? [];
    return id ? [{ name, file, id: Number(id), stars: Number(stars) }] : [];
  });
  for (const { name, file, id, stars } of found.sort((a, b) => a.id - b.id)) {
    badFiles.count();
    const bytes = await buffer(reading.read(file));
    const imdbId = films[id] ?? null;
    const text = isPlainUtf8(bytes) ? cleanReview(bytes.toString("utf8")) : "";
    if (imdbId === null) badFiles.skip("no address of its film", id, name);
    else if (text === "") badFiles.skip("empty or not UTF-8", id, name);
    else reviews.push({ imdbId, key: `${folder}/${id}`, halfStars: stars >= 1 && stars <= 10 ? stars : null, text });
  }
  badFiles.check();
  return reviews;
}
