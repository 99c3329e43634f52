import type { Kysely } from "kysely";
import type { Tables } from "../tables/tables.ts";
import { type MovieRow, selectMovieRows, selectMoviesWithTotals } from "./movie-columns.ts";
import { type MovieFilter, matchesFilter } from "./movie-filter.ts";
import { listMoviePage, type MoviePage, type MoviePageRequest } from "./movie-page.ts";

/** What the recommender keeps of each movie in memory. */
export interface MovieFeatures {
  readonly id: number;
  readonly year: number | null;
  readonly title: string;
  readonly genreIds: readonly number[];
  readonly ratingCount: number;
}

export interface MovieGenre {
  readonly movieId: number;
  readonly genreId: number;
  readonly slug: string;
  readonly name: string;
}

export interface MovieTheme {
  readonly movieId: number;
  readonly name: string;
  /** 0 to 1. */
  readonly relevance: number;
}

export function moviesRepository(kysely: Kysely<Tables>) {
  const findBy = <Column extends "imdbId" | "slug" | "tmdbId">(
    column: Column,
    value: Column extends "tmdbId" ? number : string,
  ): Promise<MovieRow | undefined> =>
    // a TMDB id is not unique in every source: the oldest film wins
    selectMovieRows(kysely)
      .where(`movies.${column}`, "=", value as never)
      .orderBy("movies.id")
      .limit(1)
      .executeTakeFirst();
  return {
    /** In no particular order; unknown ids are left out. */
    listByIds: (ids: readonly number[]): Promise<MovieRow[]> => listByIdsQuery(kysely, ids).execute(),
    /** In no particular order; unknown keys are left out. */
    listByKeys: (keys: readonly string[]): Promise<MovieRow[]> => listByKeysQuery(kysely, keys).execute(),
    /** @param imdbId "tt0114709" */
    findByImdbId: (imdbId: string) => findBy("imdbId", imdbId),
    findByTmdbId: (tmdbId: number) => findBy("tmdbId", tmdbId),
    findBySlug: (slug: string) => findBy("slug", slug),
    /** @throws {DatabaseError} INVALID_CURSOR */
    listPage: (request: MoviePageRequest): Promise<MoviePage> => listMoviePage(kysely, request),
    async count(filter: MovieFilter = {}): Promise<number> {
      return (await countQuery(kysely, filter).executeTakeFirstOrThrow()).count;
    },
    /** All movies, ids ascending. */
    listFeatures: (): Promise<MovieFeatures[]> => listFeaturesQuery(kysely).execute(),
    /** By movie, then by name. */
    listGenresOf: (movieIds: readonly number[]): Promise<MovieGenre[]> => listGenresOfQuery(kysely, movieIds).execute(),
    /** By movie, the most relevant first. */
    listThemesOf: (movieIds: readonly number[]): Promise<MovieTheme[]> => listThemesOfQuery(kysely, movieIds).execute(),
  };
}

const listByIdsQuery = (kysely: Kysely<Tables>, ids: readonly number[]) =>
  selectMovieRows(kysely).where((eb) => eb("movies.id", "=", eb.fn.any(eb.val([...ids]))));

const listByKeysQuery = (kysely: Kysely<Tables>, keys: readonly string[]) =>
  selectMovieRows(kysely).where((eb) => eb("movies.key", "=", eb.fn.any(eb.val([...keys]))));

const countQuery = (kysely: Kysely<Tables>, filter: MovieFilter) =>
  selectMoviesWithTotals(kysely)
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where((eb) => matchesFilter(eb, filter));

const listFeaturesQuery = (kysely: Kysely<Tables>) =>
  selectMoviesWithTotals(kysely)
    .select(["movies.id", "movies.year", "movies.title", "movieTotals.ratingCount"])
    .select((eb) =>
      eb
        .fn<number[]>("array", [
          eb
            .selectFrom("movieGenres")
            .select("movieGenres.genreId")
            .whereRef("movieGenres.movieId", "=", "movies.id")
            .orderBy("movieGenres.genreId"),
        ])
        .as("genreIds"),
    )
    .orderBy("movies.id");

const listGenresOfQuery = (kysely: Kysely<Tables>, movieIds: readonly number[]) =>
  kysely
    .selectFrom("movieGenres")
    .innerJoin("genres", "genres.id", "movieGenres.genreId")
    .select(["movieGenres.movieId", "movieGenres.genreId", "genres.slug", "genres.name"])
    .where((eb) => eb("movieGenres.movieId", "=", eb.fn.any(eb.val([...movieIds]))))
    .orderBy("movieGenres.movieId")
    .orderBy("genres.name");

const listThemesOfQuery = (kysely: Kysely<Tables>, movieIds: readonly number[]) =>
  kysely
    .selectFrom("movieThemes")
    .selectAll()
    .where((eb) => eb("movieId", "=", eb.fn.any(eb.val([...movieIds]))))
    .orderBy("movieId")
    .orderBy("relevance", "desc")
    .orderBy("name");
