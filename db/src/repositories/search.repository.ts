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

/** Where the words were found: the first of these that has them all. */
export type KeywordMatch = "TITLE" | "PERSON" | "KEYWORD";

export interface KeywordScoredMovie extends ScoredMovie {
  readonly matchedBy: KeywordMatch;
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
    async searchKeyword(search: KeywordSearch): Promise<KeywordScoredMovie[]> {
      return wordsOf(search.terms).length === 0 ? [] : searchKeywordQuery(kysely, search).execute();
    },
    /** The nearest films by cosine similarity, which is the score; best first. */
    searchSemantic: (search: SemanticSearch): Promise<ScoredMovie[]> => searchSemanticQuery(kysely, search).execute(),
  };
}

function searchKeywordQuery(kysely: Kysely<Tables>, { terms, filter = {}, limit }: KeywordSearch) {
  const words = sql`to_tsquery('simple', ${prefixQuery(terms)})`;
  const inTitle = sql`to_tsquery('simple', ${prefixQuery(terms, "A")})`;
  const inPeople = sql`to_tsquery('simple', ${prefixQuery(terms, "B")})`;
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
    .select(
      sql<KeywordMatch>`case when movies.search @@ ${inTitle} then 'TITLE' when movies.search @@ ${inPeople} then 'PERSON'
        when movies.search @@ ${words} then 'KEYWORD' else 'TITLE' end`.as("matchedBy"),
    )
    .where((eb) => eb.or([sql<boolean>`movies.search @@ ${words}`, resembles]))
    .where((eb) => matchesFilter(eb, filter))
    .orderBy("score", "desc")
    .orderBy("movies.id")
    .limit(limit);
}

function searchSemanticQuery(kysely: Kysely<Tables>, { modelId, vector, filter = {}, limit }: SemanticSearch) {
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

const wordsOf = (terms: string): readonly string[] => terms.match(/[\p{L}\p{N}]+/gu) ?? [];

/** "seven sam" → "seven & sam:*"; with a weight, only where the text has it: "seven:A & sam:*A" */
function prefixQuery(terms: string, weight = ""): string {
  const words = wordsOf(terms).map((word) => (weight ? `${word}:${weight}` : word));
  const last = wordsOf(terms).at(-1);
  return [...words.slice(0, -1), `${last}:*${weight}`].join(" & ");
}
