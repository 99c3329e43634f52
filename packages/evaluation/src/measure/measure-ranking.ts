// Judges lists of recommendations.
import { countKeys, groupByUser, topItems, trainingProfiles } from "@matinee/engines";
import type { Fold } from "../dataset/fold.ts";
import { catalogCoverage, gini, intraListDiversity, novelty } from "../metrics/list-metrics.ts";
import type { UserSums } from "../metrics/paired-bootstrap.ts";
import { inversePropensities } from "../metrics/propensity.ts";
import {
  averagePrecisionAt,
  hitAt,
  ndcgAt,
  precisionAt,
  recallAt,
  reciprocalRankAt,
  weightedRecallAt,
} from "../metrics/ranking-metrics.ts";
import type { JudgedModel } from "./judged-engine.ts";

/** Means over the users who have a tested rating; the definitions are in ranking-metrics.ts and list-metrics.ts. */
export interface RankingMetrics {
  readonly ndcg: number;
  readonly map: number;
  readonly precision: number;
  readonly recall: number;
  readonly mrr: number;
  readonly hitRate: number;
  readonly debiasedRecall: number;
  /** Of the catalog: share that is on somebody's list, and how unevenly. */
  readonly coverage: number;
  readonly gini: number;
  readonly novelty: number;
  /** By genres; absent where films have none. */
  readonly diversity?: number;
  /** Where the truth was planted: nDCG of lists by it, and the model's share of that. */
  readonly oracleNdcg?: number;
  readonly shareOfOracle?: number;
}

export interface MeasuredRanking {
  readonly metrics: RankingMetrics;
  /** nDCG of each user's list. */
  readonly users: UserSums;
}

/**
 * A model's lists of k, from the users' known ratings, against their tested items: every tested rating is relevant
 * whatever its stars, known items are left out of the lists. Throws if the model ranks nothing.
 */
export function measureRanking(
  model: JudgedModel,
  { training, known = training, tested, planted }: Fold,
  k: number,
): MeasuredRanking {
  const { recommends } = model;
  if (!recommends) throw new TypeError(`The engine "${model.engine}" recommends nothing.`);
  const { userCount, itemCount } = tested;
  const profileOf = trainingProfiles(known);
  const { starts, columns } = groupByUser(tested);
  const weights = inversePropensities(training);
  const votes = countKeys(training.items, itemCount);
  const raterCount = new Set(training.users).size;
  const genres = training.itemAttributes?.find(({ name }) => name === "genre");
  const shown = new Int32Array(itemCount);
  const ndcgOf = new Float64Array(userCount);
  const isJudged = new Float64Array(userCount);
  const sums = { ndcg: 0, map: 0, precision: 0, recall: 0, mrr: 0, hitRate: 0, debiasedRecall: 0 };
  let [noveltySum, diversitySum, oracleSum] = [0, 0, 0];
  for (let user = 0; user < userCount; user++) {
    if (starts[user] === starts[user + 1]) continue;
    const profile = profileOf(user);
    const excluded = new Uint8Array(itemCount);
    for (const item of profile.items) excluded[item] = 1;
    const ranked = topItems(recommends.scoreItems(profile), { limit: k, excluded }).items;
    const relevant = new Set(columns.subarray(starts[user], starts[user + 1]));
    isJudged[user] = 1;
    ndcgOf[user] = ndcgAt(ranked, relevant, k);
    sums.ndcg += ndcgOf[user];
    sums.map += averagePrecisionAt(ranked, relevant, k);
    sums.precision += precisionAt(ranked, relevant, k);
    sums.recall += recallAt(ranked, relevant, k);
    sums.mrr += reciprocalRankAt(ranked, relevant, k);
    sums.hitRate += hitAt(ranked, relevant, k);
    sums.debiasedRecall += weightedRecallAt(ranked, relevant, k, weights);
    for (const item of ranked) shown[item]++;
    noveltySum += novelty(ranked, votes, raterCount);
    if (genres) diversitySum += intraListDiversity(ranked, genres);
    if (planted) {
      const odds = planted.subarray(user * itemCount, (user + 1) * itemCount);
      oracleSum += ndcgAt(topItems(odds, { limit: k, excluded }).items, relevant, k);
    }
  }
  const judged = isJudged.reduce((sum, one) => sum + one, 0);
  return {
    metrics: {
      ndcg: sums.ndcg / judged,
      map: sums.map / judged,
      precision: sums.precision / judged,
      recall: sums.recall / judged,
      mrr: sums.mrr / judged,
      hitRate: sums.hitRate / judged,
      debiasedRecall: sums.debiasedRecall / judged,
      coverage: catalogCoverage(shown),
      gini: gini(shown),
      novelty: noveltySum / judged,
      ...(genres && { diversity: diversitySum / judged }),
      ...(planted && { oracleNdcg: oracleSum / judged, shareOfOracle: sums.ndcg / oracleSum }),
    },
    users: { sums: ndcgOf, counts: isJudged, isRoot: false },
  };
}
