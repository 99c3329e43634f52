import type { MoviePageQuery } from "@matinee/api-client";

/** The film as the movie page asks for it. */
export type PageMovie = NonNullable<MoviePageQuery["movie"]>;
