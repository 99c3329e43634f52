// Two result lists become one: each brought to 0..1 by min–max, then a weighted sum.
import type { ScoredMovie } from "@matinee/db";

export interface FusedMovie extends ScoredMovie {
  readonly byKeyword: boolean;
  readonly bySemantic: boolean;
}

/** Words say more than likeness: who types a title wants that title. */
const keywordWeight = 0.6;
const semanticWeight = 0.4;

/**
 * s = .6 · keyword + .4 · semantic, each min–max scaled over its own list (a list with one score counts as 1 throughout);
 * a movie that a list lacks has 0 there. Where one list is empty the other counts in full. Best first, ties by id.
 */
export function fuse(keyword: readonly ScoredMovie[], semantic: readonly ScoredMovie[]): FusedMovie[] {
  const words = scale(keyword);
  const meanings = scale(semantic);
  const [wordShare, meaningShare] =
    keyword.length === 0 ? [0, 1] : semantic.length === 0 ? [1, 0] : [keywordWeight, semanticWeight];
  return [...new Set([...words.keys(), ...meanings.keys()])]
    .map((movieId) => ({
      movieId,
      score: wordShare * (words.get(movieId) ?? 0) + meaningShare * (meanings.get(movieId) ?? 0),
      byKeyword: words.has(movieId),
      bySemantic: meanings.has(movieId),
    }))
    .sort((a, b) => b.score - a.score || a.movieId - b.movieId);
}

function scale(found: readonly ScoredMovie[]): Map<number, number> {
  const scores = found.map(({ score }) => score);
  const low = Math.min(...scores);
  const range = Math.max(...scores) - low;
  return new Map(found.map(({ movieId, score }) => [movieId, range > 0 ? (score - low) / range : 1]));
}
