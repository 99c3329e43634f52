import { z } from "zod";
import { DatasetError } from "../dataset.types.ts";
import { wrongEncoding } from "../source/text-blocks.ts";

const filmSchema = z.object({
  title: z.string().min(1),
  year: z.int().min(1870).max(2100),
  cast: z.array(z.string()),
  genres: z.array(z.string()),
  href: z.string().nullish(),
  extract: z.string().optional(),
  thumbnail: z.string().optional(),
  thumbnail_width: z.number().optional(),
  thumbnail_height: z.number().optional(),
});

/** A film of prust/wikipedia-movie-data, as the file has it. */
export type WikipediaFilm = z.infer<typeof filmSchema>;

interface WikipediaList {
  readonly films: readonly WikipediaFilm[];
  /** Entries that do not have the schema: left out. */
  readonly skipped: readonly string[];
}

const maximumBadShare = 0.01;

/**
 * The films of the list's JSON text, which is held in memory, about 26 MB.
 * @throws DatasetError when it is truncated, in another encoding, no such list, or over 1 % malformed.
 */
export function parseWikipediaList(bytes: Buffer, file: string): WikipediaList {
  const json = parseJson(decoded(bytes, file), file);
  const films: WikipediaFilm[] = [];
  const skipped: string[] = [];
  json.forEach((entry, index) => {
    const film = filmSchema.safeParse(entry);
    if (film.success) films.push(film.data);
    else skipped.push(`${file} film ${index + 1}: ${describeIssue(film.error)}`);
  });
  if (skipped.length > json.length * maximumBadShare) {
    throw new DatasetError(
      `${file} is not the Wikipedia film list: ${skipped.length} of ${json.length} entries lack its fields, the first: ${skipped[0]}; give movies.json of the Wikipedia list.`,
    );
  }
  return { films, skipped };
}

function decoded(bytes: Buffer, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Cut in the middle of a character is cut; anything else is another encoding.
    const text = bytes.toString("utf8");
    const at = text.indexOf("\uFFFD");
    if (at >= text.length - 4) return text;
    throw wrongEncoding(file, text.slice(0, at).split("\n").length);
  }
}

function parseJson(text: string, file: string): unknown[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new DatasetError(`${file} is not whole JSON, it was cut short or changed; download or copy it again.`);
  }
  if (Array.isArray(json) && json.length > 0) return json;
  throw new DatasetError(`${file} is not a list of films (a JSON array); give movies.json of the Wikipedia list.`);
}

function describeIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  return `${issue.path.join(".") || "entry"} ${issue.message.toLowerCase()}`;
}
