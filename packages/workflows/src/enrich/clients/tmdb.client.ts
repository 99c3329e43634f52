// The Movie Database: everything about a film in one request. https://developer.themoviedb.org/reference
import { z } from "zod";
import { type JsonServiceOptions, openJsonService } from "./json-service.ts";

export interface TmdbFilm {
  readonly tmdbId: number;
  readonly imdbId: string | null;
  readonly overview: string | null;
  readonly runtimeMinutes: number | null;
  /** "/uXDfjJbdP4ijW5hWSBrPrlKpxab.jpg", behind the address of TMDB's pictures and a size. */
  readonly posterPath: string | null;
  readonly backdropPath: string | null;
  /** Of a YouTube video. */
  readonly trailerKey: string | null;
  readonly popularity: number;
  /** Averages from 0 to 10; null without any vote. */
  readonly votes: { readonly average: number; readonly count: number } | null;
  readonly directors: readonly string[];
  readonly writers: readonly string[];
  /** In the order of the credits. */
  readonly cast: readonly { readonly name: string; readonly character: string | null }[];
  readonly reviews: readonly TmdbReview[];
}

export interface TmdbReview {
  readonly id: string;
  readonly author: string | null;
  /** Paragraphs by empty lines. */
  readonly text: string;
  /** Stars × 2, 1 to 10. */
  readonly halfStars: number | null;
  readonly writtenAt: Date | null;
}

/** What a film is looked for by, the surest first. */
export interface WantedFilm {
  readonly tmdbId: number | null;
  readonly imdbId: string | null;
  readonly title: string;
  readonly year: number | null;
}

export interface TmdbClient {
  /** Null where TMDB does not know the film, or knows several that it may be. Throws ServiceError. */
  findFilm(film: WantedFilm, signal?: AbortSignal): Promise<TmdbFilm | null>;
}

export type ClientOptions = Pick<JsonServiceOptions, "timeoutMilliseconds" | "firstDelayMilliseconds"> & {
  /** Of a server that stands in for the service. */
  readonly baseUrl?: string;
};

const text = z.string().nullish();
const filmSchema = z.object({
  id: z.int(),
  imdb_id: text,
  overview: text,
  runtime: z.number().nullish(),
  poster_path: text,
  backdrop_path: text,
  popularity: z.number().default(0),
  vote_average: z.number().default(0),
  vote_count: z.int().default(0),
  credits: z
    .object({
      cast: z.array(z.object({ name: z.string(), character: text, order: z.number().default(0) })),
      crew: z.array(z.object({ name: z.string(), job: z.string(), department: text })),
    })
    .optional(),
  videos: z
    .object({
      results: z.array(
        z.object({ site: z.string(), key: z.string(), type: z.string(), official: z.boolean().default(false) }),
      ),
    })
    .optional(),
  reviews: z
    .object({
      results: z.array(
        z.object({
          id: z.string(),
          author: z.string(),
          content: z.string(),
          created_at: text,
          author_details: z.object({ rating: z.number().nullish() }).nullish(),
        }),
      ),
    })
    .optional(),
});

const foundSchema = z.object({ movie_results: z.array(z.object({ id: z.int() })) });
const searchSchema = z.object({
  results: z.array(z.object({ id: z.int(), title: z.string(), original_title: text, release_date: text })),
});

/** TMDB asks to stay below some 40 requests a second; a job in the background has time. */
const limits = { concurrency: 4, requestsPerSecond: 20 };
/** The longer of TMDB's two kinds of keys goes into a header. */
const isReadToken = (key: string) => key.length > 40;

export function openTmdb(
  key: string,
  { baseUrl = "https://api.themoviedb.org/3", ...options }: ClientOptions = {},
): TmdbClient {
  const service = openJsonService({
    name: "TMDB",
    baseUrl,
    ...limits,
    ...(isReadToken(key) ? { headers: { authorization: `Bearer ${key}` } } : { query: { api_key: key } }),
    ...options,
  });

  async function findId({ imdbId, title, year }: WantedFilm, signal?: AbortSignal): Promise<number | null> {
    if (imdbId !== null) {
      const query = { external_source: "imdb_id" };
      const found = await service.get({
        path: `/find/${encodeURIComponent(imdbId)}`,
        query,
        schema: foundSchema,
        signal,
      });
      const [film] = found?.movie_results ?? [];
      if (film) return film.id;
    }
    if (year === null) return null;
    const query = { query: title, year: String(year), include_adult: "false" };
    const found = await service.get({ path: "/search/movie", query, schema: searchSchema, signal });
    const same = (found?.results ?? []).filter((film) => isSame(film, title, year));
    return same.length === 1 ? same[0]!.id : null;
  }

  async function getFilm(id: number, signal?: AbortSignal): Promise<TmdbFilm | null> {
    const query = { append_to_response: "credits,videos,reviews" };
    const found = await service.get({ path: `/movie/${id}`, query, schema: filmSchema, signal });
    return found && toFilm(found);
  }

  return {
    async findFilm(film, signal) {
      const known = film.tmdbId === null ? null : await getFilm(film.tmdbId, signal);
      if (known) return known;
      // ids that were given twice are withdrawn at times: then the film is there under another
      const id = await findId(film, signal);
      return id === null || id === film.tmdbId ? null : getFilm(id, signal);
    },
  };
}

function isSame(
  { title, original_title, release_date }: z.infer<typeof searchSchema>["results"][number],
  wanted: string,
  year: number,
): boolean {
  const titles = [title, original_title ?? title].map((each) => each.toLowerCase());
  return titles.includes(wanted.toLowerCase()) && Number(release_date?.slice(0, 4)) === year;
}

function toFilm(film: z.infer<typeof filmSchema>): TmdbFilm {
  const { cast = [], crew = [] } = film.credits ?? {};
  const namesOf = (isWanted: (member: (typeof crew)[number]) => boolean) => [
    ...new Set(crew.filter(isWanted).map(({ name }) => name)),
  ];
  return {
    tmdbId: film.id,
    imdbId: film.imdb_id || null,
    overview: film.overview || null,
    runtimeMinutes: film.runtime || null,
    posterPath: film.poster_path || null,
    backdropPath: film.backdrop_path || null,
    trailerKey: chooseTrailer(film.videos?.results ?? []),
    popularity: film.popularity,
    votes: film.vote_count > 0 ? { average: film.vote_average, count: film.vote_count } : null,
    directors: namesOf(({ job }) => job === "Director"),
    writers: namesOf(({ department }) => department === "Writing"),
    cast: cast
      .toSorted((a, b) => a.order - b.order)
      .map(({ name, character }) => ({ name, character: character || null })),
    reviews: (film.reviews?.results ?? []).map(toReview).filter(({ text }) => text !== ""),
  };
}

type Video = NonNullable<z.infer<typeof filmSchema>["videos"]>["results"][number];

/** An official trailer before any, before an official teaser. */
function chooseTrailer(videos: readonly Video[]): string | null {
  const onYouTube = videos.filter(({ site, key }) => site === "YouTube" && /^[\w-]{6,20}$/.test(key));
  const trailers = onYouTube.filter(({ type }) => type === "Trailer");
  const teasers = onYouTube.filter(({ type, official }) => type === "Teaser" && official);
  return (trailers.find(({ official }) => official) ?? trailers[0] ?? teasers[0])?.key ?? null;
}

function toReview({ id, author, content, created_at, author_details }: TmdbReviewAnswer): TmdbReview {
  const rating = Math.round(author_details?.rating ?? 0);
  const writtenAt = new Date(created_at ?? Number.NaN);
  return {
    id,
    author: author || null,
    text: content
      .replace(/\r\n?/g, "\n")
      .replace(/\n{2,}/g, "\n\n")
      .trim(),
    halfStars: rating >= 1 && rating <= 10 ? rating : null,
    writtenAt: Number.isNaN(writtenAt.getTime()) ? null : writtenAt,
  };
}

type TmdbReviewAnswer = NonNullable<z.infer<typeof filmSchema>["reviews"]>["results"][number];
