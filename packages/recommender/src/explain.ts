// Why a film is in the list: the engine whose reasons count most, in figures and in one sentence.
import { averageEngine } from "./engine-families.ts";
import { averageInWords, becauseYouLike, becauseYouRated } from "./reason-text.ts";
import type { RankedList, RankedMovie, RecommendationExplanation, Snapshot } from "./recommender.types.ts";
import type { ScoreParts, TakeApart } from "./score-parts.ts";
import { findIndex, indexedModels } from "./snapshot-index.ts";

/** Films named in the sentence at most, and how much of the first one's contribution each must have. */
const NAMED_AT_MOST = 3;
const NAMED_SHARE = 0.4;
/** A film rated lower is never named as the reason for another. */
const LIKED_FROM = 3;
/** Contributions told one by one; those of other films are summed. */
const TOLD_AT_MOST = 10;

/**
 * The engine with the largest share of the blend that can point to a film the viewer liked speaks; where none can, the
 * average of all viewers does.
 */
export function explain(
  snapshot: Snapshot,
  list: RankedList,
  item: RankedMovie,
  partsOf: (engine: Parameters<TakeApart>[0]) => ScoreParts | undefined,
): RecommendationExplanation {
  const byShare = [...item.sources].sort((a, b) => b.score * b.weight - a.score * a.weight);
  for (const { engine, score } of byShare) {
    const parts = score > 0 && engine !== averageEngine ? partsOf(engine) : undefined;
    const reasons = parts ? likedReasons(parts) : [];
    if (!parts || reasons.length === 0) continue;
    const films = reasons.map(({ movie, stars }) => ({ title: snapshot.catalog.titles[movie], stars }));
    const text = list.basedOn === "FAVORITES" ? becauseYouLike(films) : becauseYouRated(films);
    return { text, engine, ...told(snapshot, parts) };
  }
  const source = byShare.find(({ engine }) => engine === averageEngine) ?? byShare[0];
  const parts = partsOf(source.engine) ?? { baseline: source.score, because: [], features: [], terms: [] };
  return { text: averageText(snapshot, item.movieId), engine: source.engine, ...told(snapshot, parts) };
}

function likedReasons({ because }: ScoreParts): ScoreParts["because"] {
  const liked = because.filter(({ stars, contribution }) => stars >= LIKED_FROM && contribution > 0);
  return liked
    .filter(({ contribution }) => contribution >= NAMED_SHARE * liked[0].contribution)
    .slice(0, NAMED_AT_MOST);
}

function told({ catalog }: Snapshot, { baseline, because, features, terms }: ScoreParts) {
  const weightiest = [...because].sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
  const others = weightiest.slice(TOLD_AT_MOST);
  const kept = weightiest.slice(0, TOLD_AT_MOST).sort((a, b) => b.contribution - a.contribution || a.movie - b.movie);
  const rest = others.reduce((sum, { contribution }) => sum + contribution, 0);
  return {
    baseline,
    because: kept.map(({ movie, stars, contribution }) => ({ movieId: catalog.movieIds[movie], stars, contribution })),
    features:
      others.length === 0
        ? features
        : [...features, { name: `Your other ${others.length} ratings`, contribution: rest }],
    ...(terms.length > 0 && { terms: terms.slice(0, TOLD_AT_MOST) }),
  };
}

function averageText(snapshot: Snapshot, movieId: number): string {
  const { catalog } = snapshot;
  const movie = findIndex(catalog.movieIds, movieId);
  const ratingCount = catalog.ratingCounts[movie] ?? 0;
  const statistical = indexedModels(snapshot)[averageEngine];
  const item = statistical?.itemOfMovie[movie] ?? -1;
  if (!statistical?.model.predicts || item < 0 || ratingCount === 0) return "Chosen by your ratings as a whole";
  const nobody = { items: new Int32Array(), stars: new Float32Array(), ratedAt: new Float64Array() };
  const { mean } = statistical.model.predicts.predict(nobody, Int32Array.of(item));
  return averageInWords(mean[0], ratingCount);
}
