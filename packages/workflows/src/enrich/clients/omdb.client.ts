// The Open Movie Database: what critics and IMDb's users think, and awards. https://www.omdbapi.com
import { z } from "zod";
import { openJsonService } from "./json-service.ts";
import { ServiceError } from "./service-error.ts";
import type { ClientOptions } from "./tmdb.client.ts";

export interface OmdbFilm {
  /** IMDb's, from 0 to 10; null without any vote. */
  readonly votes: { readonly average: number; readonly count: number } | null;
  /** Rotten Tomatoes' share of good reviews, in percent. */
  readonly tomatometer: number | null;
  /** Metacritic's, 0 to 100. */
  readonly metascore: number | null;
  /** "Won 2 Oscars. 12 wins & 15 nominations total" */
  readonly awards: string | null;
}

export interface OmdbClient {
  /** Null where OMDb does not know the film. Throws ServiceError. */
  findFilm(imdbId: string, signal?: AbortSignal): Promise<OmdbFilm | null>;
}

// OMDb writes "N/A" where it knows nothing, and numbers as texts with commas.
const known = z
  .string()
  .optional()
  .transform((text) => (text === undefined || text === "N/A" ? null : text));
const numeric = known.transform((text) => {
  const value = Number(text?.replaceAll(",", "").replace(/%$|\/10+$/, "") || Number.NaN);
  return Number.isFinite(value) ? value : null;
});
const answerSchema = z.discriminatedUnion("Response", [
  z.object({
    Response: z.literal("True"),
    imdbRating: numeric,
    imdbVotes: numeric,
    Metascore: numeric,
    Awards: known,
    Ratings: z.array(z.object({ Source: z.string(), Value: numeric })).default([]),
  }),
  z.object({ Response: z.literal("False"), Error: z.string().default("no reason given") }),
]);

/** The free key has 1,000 requests a day; there is no hurry. */
const limits = { concurrency: 2, requestsPerSecond: 5 };

export function openOmdb(
  key: string,
  { baseUrl = "https://www.omdbapi.com", ...options }: ClientOptions = {},
): OmdbClient {
  const service = openJsonService({ name: "OMDb", baseUrl, query: { apikey: key }, ...limits, ...options });
  return {
    async findFilm(imdbId, signal) {
      const answer = await service.get({ path: "/", query: { i: imdbId }, schema: answerSchema, signal });
      if (answer === null) return null;
      if (answer.Response === "False") {
        if (/not found|incorrect imdb id|error getting data/i.test(answer.Error)) return null;
        if (/limit/i.test(answer.Error)) throw new ServiceError("LIMIT_REACHED", "OMDb allows no more requests today.");
        throw new ServiceError("BAD_ANSWER", `OMDb refused ${imdbId}: ${answer.Error}`);
      }
      const { imdbRating, imdbVotes, Metascore, Awards, Ratings } = answer;
      return {
        votes: imdbRating !== null && imdbVotes ? { average: imdbRating, count: imdbVotes } : null,
        tomatometer: Ratings.find(({ Source }) => Source === "Rotten Tomatoes")?.Value ?? null,
        metascore: Metascore,
        awards: Awards,
      };
    },
  };
}
