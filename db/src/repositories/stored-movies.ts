import { type Kysely, sql } from "kysely";
import type { Tables } from "../tables/tables.ts";
import type { ImportedCredit, ImportedMovie } from "./import.types.ts";

/** A stored film as an import brings one: what a merge starts from. */
export interface StoredMovie extends Omit<ImportedMovie, "movieId" | "credits" | "genres" | "normalized"> {
  readonly movieId: number;
  readonly credits: readonly Omit<ImportedCredit, "normalizedName">[];
  readonly genres: readonly { readonly slug: string; readonly name: string }[];
}

type Flat = Omit<StoredMovie, "thumbnail" | "votes"> & {
  readonly thumbnailUrl: string | null;
  readonly thumbnailWidth: number;
  readonly thumbnailHeight: number;
  readonly voteAverage: number | null;
  readonly voteCount: number;
};

/** All films, ids ascending. */
export async function listStoredMovies(kysely: Kysely<Tables>): Promise<StoredMovie[]> {
  const { rows } = await storedMoviesSql.execute(kysely);
  return rows.map(({ thumbnailUrl, thumbnailWidth, thumbnailHeight, voteAverage, voteCount, ...movie }) => ({
    ...movie,
    thumbnail: thumbnailUrl === null ? null : { url: thumbnailUrl, width: thumbnailWidth, height: thumbnailHeight },
    votes: voteAverage === null ? null : { average: voteAverage, count: voteCount },
  }));
}

const storedMoviesSql = sql<Flat>`
  select
    movies.id as movie_id, slug, title, original_title, year, overview, runtime_minutes, imdb_id, tmdb_id,
    wikipedia_page, thumbnail_url, thumbnail_width, thumbnail_height, tmdb_poster_path, vote_average, vote_count,
    countries, languages, provenance,
    coalesce(keys, '{}') as keys,
    coalesce(genres, '[]') as genres,
    coalesce(credits, '[]') as credits,
    coalesce(themes, '[]') as themes
  from movies
  left join (
    select movie_id, json_object_agg(source, key order by source) as keys from movie_keys group by movie_id
  ) as of_keys on of_keys.movie_id = movies.id
  left join (
    select movie_id, json_agg(json_build_object('slug', slug, 'name', name) order by name) as genres
    from movie_genres join genres on genres.id = genre_id group by movie_id
  ) as of_genres on of_genres.movie_id = movies.id
  left join (
    select movie_id,
      json_agg(json_build_object('name', name, 'role', role, 'character', "character")
        order by array_position('{director,writer,cast}', role), position) as credits
    from credits join people on people.id = person_id group by movie_id
  ) as of_credits on of_credits.movie_id = movies.id
  left join (
    select movie_id,
      json_agg(json_build_object('name', name, 'relevance', relevance) order by relevance desc, name) as themes
    from movie_themes group by movie_id
  ) as of_themes on of_themes.movie_id = movies.id
  order by movies.id`;
