// Text files as they come, and which of their texts take no part in making the table.
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { gunzipSync } from "node:zlib";

/** Film texts judge the table; all others only help to make it. */
export interface TextFile {
  readonly kind: "films" | "reviews" | "lines" | "titles" | "tags";
  readonly records: readonly TextRecord[];
}

export interface TextRecord {
  /** One text; of a title or a tag, the name alone. */
  readonly text: string;
  /** Short texts about the same film: its title with genres, cast, themes. */
  readonly cards: readonly string[];
}

/** The shortest film text that judges. */
const shortestText = 100;
const windows1252 = new TextDecoder("windows-1252");
const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * Reads a file, plain or gzipped. Its ending and first line tell what it is: `.json` a list of films with `extract` or
 * `overview`; `.jsonl` reviews with `text`; `.csv` a movies.csv or genome-tags.csv of MovieLens; others hold a text a line.
 */
export async function readTextFile(path: string): Promise<TextFile> {
  const bytes = await readFile(path);
  const content = decode(path.endsWith(".gz") ? gunzipSync(bytes) : bytes);
  const name = basename(path).replace(/\.gz$/, "");
  if (name.endsWith(".json")) return { kind: "films", records: JSON.parse(content).map(readFilm) };
  const lines = content.split(/\r?\n/).filter((line) => line !== "");
  if (name.endsWith(".jsonl"))
    return { kind: "reviews", records: lines.map((line) => asRecord(JSON.parse(line).text)) };
  if (!name.endsWith(".csv")) return { kind: "lines", records: lines.map((line) => asRecord(line.trim())) };
  const [header, ...rows] = lines;
  if (header.startsWith("tagId,")) return { kind: "tags", records: rows.map((row) => asRecord(splitRow(row)[1])) };
  return { kind: "titles", records: rows.map(readTitle) };
}

/** The film texts of 100 characters and more; of them, the 8th of each 16 is held out, so that it can judge the table. */
export function splitHeldOut(films: readonly TextRecord[]): { used: TextRecord[]; heldOut: string[] } {
  const used: TextRecord[] = [];
  const heldOut: string[] = [];
  films
    .filter(({ text }) => text.length >= shortestText)
    .forEach((film, index) => {
      if (index % 16 === 7) heldOut.push(film.text);
      else used.push(film);
    });
  const seen = new Set(used.map(({ text }) => text));
  return { used, heldOut: heldOut.filter((text) => !seen.has(text)) };
}

/** Old corpora are windows-1252, which no valid UTF-8 beyond ASCII looks like. */
function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return windows1252.decode(bytes);
  }
}

interface FilmRecord {
  readonly title: string;
  readonly genres?: readonly string[];
  readonly themes?: readonly string[];
  readonly cast?: readonly (string | { readonly name: string })[];
  readonly extract?: string;
  readonly overview?: string;
}

function readFilm({ title, genres = [], themes = [], cast = [], extract, overview }: FilmRecord): TextRecord {
  const names = cast.slice(0, 4).map((member) => (typeof member === "string" ? member : member.name));
  const card = [title, genres.join(", "), themes.join(", "), names.join(", ")].filter(Boolean).join(". ");
  return { text: extract ?? overview ?? "", cards: [card] };
}

/** "Matrix, The (1999)" with "Action|Sci-Fi" becomes "The Matrix" and "The Matrix. Action, Sci-Fi". */
function readTitle(row: string): TextRecord {
  const [, listed, genres] = splitRow(row);
  const title = listed.replace(/\s*\(\d{4}\)\s*$/, "").replace(/^(.+), (The|A|An)$/, "$2 $1");
  const known = genres.startsWith("(") ? "" : `. ${genres.replaceAll("|", ", ")}`;
  return { text: title, cards: [`${title}${known}`] };
}

/** The cells of a line of comma-separated values. */
function splitRow(row: string): string[] {
  return [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    (quoted ?? plain).replaceAll('""', '"'),
  );
}

function asRecord(text: string): TextRecord {
  return { text, cards: [] };
}
