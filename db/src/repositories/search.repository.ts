import { type Kysely, sql } from "kysely";
import { cosineDistance } from "pgvector/kysely";
import type { Tables } from "../tables/tables.ts";
import { selectMoviesWithTotals } from "./movie-columns.ts";
import { type MovieFilter, matchesFilter } from "./movie-filter.ts";

export interface ScoredMovie {
  readonly movieId: number;
  /** Higher is better; comparable only within one answer. */
  readonly score: number;
}

export interface KeywordSearch {
  /** Normalized as the stored texts are: lower case, no accents, words separated by single spaces. */
  readonly terms: string;
  readonly filter?: MovieFilter | undefined;
  readonly limit: number;
}

export interface SemanticSearch {
  /** The embedder's model. */
  readonly modelId: number;
  /** 384 components. */
  readonly vector: Float32Array;
  readonly filter?: MovieFilter | undefined;
  readonly limit: number;
}

export function searchRepository(kysely: Kysely<Tables>) {
  return {
    /**
     * Films with all the words (the last may be a beginning) in title, people, genres or overview, and films whose title
     * resembles the words in spite of typing errors; best first.
     */
    async searchKeyword(search: KeywordSearch): Promise<ScoredMovie[]> {
      return search.terms === "" ? [] : searchKeywordQuery(kysely, search).execute();
    },
    /** The nearest films by cosine similarity, which is the score; best first. */
    searchSemantic: (search: SemanticSearch): Promise<ScoredMovie[]> => searchSemanticQuery(kysely, search).execute(),
  };
}

export function searchKeywordQuery(kysely: Kysely<Tables>, { terms, filter = {}, limit }: KeywordSearch) {
  const words = sql`to_tsquery('simple', ${prefixQuery(terms)})`;
  const resembles = sql<boolean>`${terms} <% movies.normalized_title`;
  // the whole title counts most, then the place of the words, then likeness; popularity only breaks near ties
  const score = sql<number>`
    (movies.normalized_title = ${terms})::int
    + ts_rank(movies.search, ${words})
    + word_similarity(${terms}, movies.normalized_title)
    + similarity(${terms}, movies.normalized_title)
    + 0.05 * ln(1 + movie_totals.rating_count)`;
  return selectMoviesWithTotals(kysely)
    .select("movies.id as movieId")
    .select(score.as("score"))
    .where((eb) => eb.or([sql<boolean>`movies.search @@ ${words}`, resembles]))
    .where((eb) => matchesFilter(eb, filter))
    .orderBy("score", "desc")
    .orderBy("movies.id")
    .limit(limit);
}

export function searchSemanticQuery(kysely: Kysely<Tables>, { modelId, vector, filter = {}, limit }: SemanticSearch) {
  const distance = cosineDistance("movie_vectors_384.vector", [...vector]);
  return selectMoviesWithTotals(kysely)
    .innerJoin("movieVectors384", "movieVectors384.movieId", "movies.id")
    .select("movies.id as movieId")
    .select(sql<number>`1 - (${distance})`.as("score"))
    .where("movieVectors384.modelId", "=", modelId)
    .where((eb) => matchesFilter(eb, filter))
    .orderBy(distance)
    .limit(limit);
}

/** "seven sam" → "'seven' & 'sam':*" */
function prefixQuery(terms: string): string {
  const words = terms.split(" ").map((word) => `'${word.replaceAll(/['\\]/g, "")}'`);
  return `${words.join(" & ")}:*`;
}
