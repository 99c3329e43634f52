// Wikipedia's pictures of films, for those without a key. https://www.mediawiki.org/wiki/Extension:PageImages
import { z } from "zod";
import { openJsonService } from "./json-service.ts";
import type { ClientOptions } from "./tmdb.client.ts";

export interface Thumbnail {
  readonly url: string;
  readonly width: number;
  readonly height: number;
}

export interface WikipediaClient {
  /** The pictures of up to 50 pages by their names as asked; pages without one are absent. Throws ServiceError. */
  findThumbnails(pages: readonly string[], signal?: AbortSignal): Promise<ReadonlyMap<string, Thumbnail>>;
}

/** How many pages one request may name. */
export const pagesPerRequest = 50;

const renamed = z.array(z.object({ from: z.string(), to: z.string() })).default([]);
const answerSchema = z.object({
  query: z.object({
    normalized: renamed,
    redirects: renamed,
    pages: z.array(
      z.object({
        title: z.string(),
        thumbnail: z.object({ source: z.url(), width: z.int(), height: z.int() }).optional(),
      }),
    ),
  }),
});

/** One of the widths that Wikimedia keeps ready. */
const thumbnailWidth = 330;
/** Its etiquette: one request after the other, and a name to be reached by. */
const limits = { concurrency: 1, requestsPerSecond: 2 };
/** `contact`: an address of whoever runs this, as Wikimedia's policy asks of programs. */
export function openWikipedia(
  contact: string,
  { baseUrl = "https://en.wikipedia.org/w", ...options }: ClientOptions = {},
): WikipediaClient {
  const service = openJsonService({
    name: "Wikipedia",
    baseUrl,
    headers: { "user-agent": `Matinee/0.1 (${contact})` },
    ...limits,
    ...options,
  });
  return {
    async findThumbnails(pages, signal) {
      const query = {
        ...{ action: "query", format: "json", formatversion: "2", redirects: "1", maxlag: "5" },
        ...{ prop: "pageimages", piprop: "thumbnail", pilicense: "any", pilimit: String(pagesPerRequest) },
        pithumbsize: String(thumbnailWidth),
        titles: pages.join("|"),
      };
      const answer = await service.get({ path: "/api.php", query, schema: answerSchema, signal });
      if (answer === null) return new Map();
      const { normalized, redirects, pages: found } = answer.query;
      const names = new Map([...normalized, ...redirects].map(({ from, to }) => [from, to]));
      const pictures = new Map(found.map(({ title, thumbnail }) => [title, thumbnail]));
      return new Map(
        pages.flatMap((page) => {
          const picture = pictures.get(follow(names, page));
          return picture ? [[page, { url: picture.source, width: picture.width, height: picture.height }]] : [];
        }),
      );
    },
  };
}

/** A name is normalized first, and may then lead to another page. */
function follow(names: ReadonlyMap<string, string>, page: string): string {
  const normalized = names.get(page) ?? page;
  return names.get(normalized) ?? normalized;
}
