import type { Kysely } from "kysely";
import type { Tables } from "../tables/tables.ts";

export interface GenreRow {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly movieCount: number;
}

export function genresRepository(kysely: Kysely<Tables>) {
  return {
    /** All genres by name. */
    list: (): Promise<GenreRow[]> => listQuery(kysely).execute(),
  };
}

const listQuery = (kysely: Kysely<Tables>) =>
  kysely
    .selectFrom("genres")
    .leftJoin("movieGenres", "movieGenres.genreId", "genres.id")
    .select(["genres.id", "genres.slug", "genres.name"])
    .select((eb) => eb.fn.count<number>("movieGenres.movieId").as("movieCount"))
    .groupBy("genres.id")
    .orderBy("genres.name");
