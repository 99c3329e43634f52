import type { Kysely } from "kysely";
import { cosineDistance } from "pgvector/kysely";
import type { Tables } from "../tables/tables.ts";
import { selectMoviesWithTotals } from "./movie-columns.ts";
import { type MovieFilter, matchesFilter } from "./movie-filter.ts";
import { anyWord, everyWord, type KeywordMatch, keywordQuery } from "./search-keyword.ts";
import { planSearch } from "./search-plan.ts";

export interface ScoredMovie {
  readonly movieId: number;
  /** Higher is better; comparable only within one answer. */
  readonly score: number;
}

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

/** Where no film has every word, those count that are at least so good as this part of the best. */
const leastOfBest = 0.5;

export function searchRepository(kysely: Kysely<Tables>) {
  return {
    /**
     * Films with every word (the last may be a beginning) in title, people, genres or overview, and films whose title
     * begins with the query; where there are none, films with any of the words. A word that no film has is taken for a
     * misspelled one of a title or name. Scores are 0 to 1, best first: see `keywordQuery`.
     */
    async searchKeyword({ terms, filter = {}, limit }: KeywordSearch): Promise<KeywordScoredMovie[]> {
      const plan = await planSearch(kysely, terms);
      if (plan.slots.length === 0) return [];
      const every = await keywordQuery(kysely, plan.title, everyWord(plan), { filter, limit }).execute();
      const hasWords = !plan.inNamesOnly && plan.slots.some(({ words }) => words.length > 0);
      if (every.length > 0 || !hasWords) return every;
      const any = await keywordQuery(kysely, plan.title, anyWord(plan), { filter, limit }).execute();
      return any.filter(({ score }) => score >= leastOfBest * any[0]!.score);
    },
    /** The nearest films by cosine similarity, which is the score, among those with an overview; best first. */
    async searchSemantic(search: SemanticSearch): Promise<ScoredMovie[]> {
      const rows = await searchSemanticQuery(kysely, search).execute();
      return rows.map(({ movieId, distance }) => ({ movieId, score: 1 - distance }));
    },
  };
}

/** So many of the nearest are looked at for each one wanted: some have no overview. */
const nearestPerWanted = 5;

function searchSemanticQuery(kysely: Kysely<Tables>, { modelId, vector, filter = {}, limit }: SemanticSearch) {
  const restricts = Object.values(filter).some((condition) => condition !== undefined);
  const near = kysely
    .selectFrom("movieVectors384")
    .select("movieId")
    .select(
      cosineDistance("vector", [...vector])
        .$castTo<number>()
        .as("distance"),
    )
    .where("modelId", "=", modelId)
    .orderBy("distance")
    .$if(!restricts, (query) => query.limit(nearestPerWanted * limit));
  return selectMoviesWithTotals(kysely)
    .innerJoin(near.as("near"), "near.movieId", "movies.id")
    .select(["movies.id as movieId", "near.distance"])
    .where("movies.overview", "is not", null)
    .where((eb) => matchesFilter(eb, filter))
    .orderBy("near.distance")
    .limit(limit);
}
