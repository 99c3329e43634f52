import { type Kysely, sql } from "kysely";
import { decodeRows } from "../copy/binary-reader.ts";
import { copyOut } from "../copy/copy.ts";
import type { Tables } from "../tables/tables.ts";

/** All ratings as columns, by viewer and movie. */
export interface RatingColumns {
  readonly viewerIds: Int32Array;
  readonly movieIds: Int32Array;
  /** Stars × 2: 1 to 10. */
  readonly halfStars: Uint8Array;
  /** Unix seconds. */
  readonly ratedAt: Float64Array;
}

/** What an embedder and the content engine read of a movie. */
export interface MovieText {
  readonly movieId: number;
  readonly title: string;
  readonly year: number | null;
  readonly overview: string | null;
  readonly genres: readonly string[];
  readonly directors: readonly string[];
  readonly writers: readonly string[];
  /** Leads first. */
  readonly castNames: readonly string[];
  /** The most relevant first. */
  readonly themes: readonly string[];
}

/** Hashes of what is stored, in its present state: equal where trainings would see the same. */
export interface DataFingerprints {
  readonly movies: string;
  readonly ratings: string;
}

/** A page of copied ratings takes about 40 bytes each: this many viewers stay well under 200 MB. */
const viewersPerPage = 20_000;

export function trainingDataRepository(kysely: Kysely<Tables>) {
  return {
    readRatings: (): Promise<RatingColumns> => readRatings(kysely),
    /** Movie ids ascending. */
    listMovieTexts: async (): Promise<MovieText[]> => (await listMovieTextsSql.execute(kysely)).rows,
    readFingerprints: async (): Promise<DataFingerprints> => (await fingerprintsSql.execute(kysely)).rows[0]!,
  };
}

async function readRatings(kysely: Kysely<Tables>): Promise<RatingColumns> {
  const { rows } = await extentSql.execute(kysely);
  const { ratingCount, lastViewerId } = rows[0]!;
  // ratings written while the pages are read may add rows: some room for them, the rest waits for the next training
  const capacity = Math.ceil(ratingCount * 1.01) + 1_000;
  const viewerIds = new Int32Array(capacity);
  const movieIds = new Int32Array(capacity);
  const halfStars = new Uint8Array(capacity);
  const ratedAt = new Float64Array(capacity);
  let count = 0;
  for (let from = 0; from < (lastViewerId ?? 0); from += viewersPerPage) {
    decodeRows(await copyOut(kysely, ratingsPageSql(from, from + viewersPerPage)), (row) => {
      viewerIds[count] = row.int4();
      movieIds[count] = row.int4();
      halfStars[count] = row.int2();
      ratedAt[count] = row.timestamptz();
      if (count < capacity) count++;
    });
  }
  return {
    viewerIds: viewerIds.slice(0, count),
    movieIds: movieIds.slice(0, count),
    halfStars: halfStars.slice(0, count),
    ratedAt: ratedAt.slice(0, count),
  };
}

const extentSql = sql<{ ratingCount: number; lastViewerId: number | null }>`
  select count(*) as "ratingCount", max(viewer_id) as "lastViewerId" from ratings`;

const ratingsPageSql = (after: number, upTo: number) =>
  `select viewer_id, movie_id, half_stars, rated_at from ratings where viewer_id > ${after} and viewer_id <= ${upTo} order by viewer_id, movie_id`;

/** Lists are made for all films at once: one by one takes twice as long. */
const listMovieTextsSql = sql<MovieText>`
  select
    movies.id as movie_id, title, year, overview,
    coalesce(genre_names, '{}') as genres,
    coalesce(directors, '{}') as directors,
    coalesce(writers, '{}') as writers,
    coalesce(cast_names, '{}') as cast_names,
    coalesce(theme_names, '{}') as themes
  from movies
  left join (
    select movie_id, array_agg(name order by name) as genre_names
    from movie_genres join genres on genres.id = genre_id group by movie_id
  ) as of_genres on of_genres.movie_id = movies.id
  left join (
    select movie_id,
      array_agg(name order by position) filter (where role = 'director') as directors,
      array_agg(name order by position) filter (where role = 'writer') as writers,
      array_agg(name order by position) filter (where role = 'cast') as cast_names
    from credits join people on people.id = person_id group by movie_id
  ) as of_credits on of_credits.movie_id = movies.id
  left join (
    select movie_id, array_agg(name order by relevance desc, name) as theme_names from movie_themes group by movie_id
  ) as of_themes on of_themes.movie_id = movies.id
  order by movies.id`;

/** Sums of the rows' hashes: made where the rows are, in no order. */
const fingerprintsSql = sql<DataFingerprints>`
  select
    (
      select count(*) || ':' || coalesce(sum(hash_record_extended(
        (id, title, year, overview, runtime_minutes, countries, languages, vote_average, vote_count), 0)), 0)
      from movies
    ) || ':' || (
      select count(*) || ':' || coalesce(sum(hash_record_extended(movie_genres, 0)), 0) from movie_genres
    ) || ':' || (
      select count(*) || ':' || coalesce(sum(hash_record_extended((movie_id, role, position, person_id), 0)), 0)
      from credits
    ) || ':' || (
      select count(*) || ':' || coalesce(sum(hash_record_extended(movie_themes, 0)), 0) from movie_themes
    ) as movies,
    (select count(*) || ':' || coalesce(sum(hash_record_extended(ratings, 0)), 0) from ratings) as ratings`;
