// What was found by words and by meaning becomes one list.
import type { KeywordMatch, KeywordScoredMovie, ScoredMovie } from "@matinee/db";
import type { SearchMatch } from "@matinee/graphql-types";

export interface FoundMovie extends ScoredMovie {
  readonly matchedBy: readonly SearchMatch[];
}

/** The shares that ranked described films best among .1 to .9: with static vectors meaning settles what words leave open. */
const keywordShare = 0.9;
const semanticShare = 0.1;
/** Cosine similarities below this are chance, and so are those below this part of the best one. */
const leastSimilarity = 0.2;
const leastOfBest = 0.6;

/**
 * s = .9 · keyword + .1 · meaning, each as a part of the best score of its list; 0 where a list lacks the movie. Where
 * one list is empty the other counts in full. Best first, ties by id.
 * When a title begins with the query, or its words are names of people, it asks for just that: the words alone then
 * decide what is found and in which order.
 */
export function fuse(keyword: readonly KeywordScoredMovie[], semantic: readonly ScoredMovie[]): FoundMovie[] {
  const words = partsOfBest(keyword);
  const meanings = partsOfBest(withoutChance(semantic));
  const asksByName = keyword[0]?.matchedBy === "TITLE_START" || keyword[0]?.matchedBy === "PERSON";
  const isOneEmpty = words.size === 0 || meanings.size === 0;
  const [wordShare, meaningShare] = asksByName ? [1, 0] : isOneEmpty ? [1, 1] : [keywordShare, semanticShare];
  const matches = new Map(keyword.map(({ movieId, matchedBy }) => [movieId, toSearchMatch(matchedBy)]));
  return [...(asksByName ? words.keys() : new Set([...words.keys(), ...meanings.keys()]))]
    .map((movieId) => {
      const match = matches.get(movieId);
      return {
        movieId,
        score: wordShare * (words.get(movieId) ?? 0) + meaningShare * (meanings.get(movieId) ?? 0),
        matchedBy: [...(match ? [match] : []), ...(meanings.has(movieId) ? ["SEMANTIC" as const] : [])],
      };
    })
    .sort((a, b) => b.score - a.score || a.movieId - b.movieId);
}

function withoutChance(semantic: readonly ScoredMovie[]): ScoredMovie[] {
  const floor = Math.max(leastSimilarity, leastOfBest * (semantic[0]?.score ?? 0));
  return semantic.filter(({ score }) => score >= floor);
}

/** Both lists come best first, with scores above 0. */
const partsOfBest = (found: readonly ScoredMovie[]): Map<number, number> =>
  new Map(found.map(({ movieId, score }) => [movieId, score / found[0]!.score]));

const toSearchMatch = (match: KeywordMatch): SearchMatch => (match === "TITLE_START" ? "TITLE" : match);
