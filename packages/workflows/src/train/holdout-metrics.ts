// How good an engine is on the data at hand: fitted on most of it, judged on the rest.
import {
  type AnyEngine,
  createRandom,
  type Dataset,
  type HyperparameterValue,
  selectRows,
  shuffledIndexes,
} from "@matinee/engines";
import { measureRanking, measureRatings, stratifiedSplit } from "@matinee/evaluation";

const testShare = 0.2;
const listLength = 10;
/** Enough for a standard error of nDCG below .01; more only costs time on large data. */
const testedUsers = 500;
/** On more, the fit to judge would take as long as the fit to keep: as many viewers are drawn as have so many ratings. */
const mostRatings = 2_000_000;

interface HoldoutOptions {
  readonly hyperparameters: Readonly<Record<string, HyperparameterValue>>;
  readonly seed: number;
  readonly threads: number;
  readonly onProgress: (share: number) => void;
}

/**
 * Rating error (where the engine predicts) and ranking quality (where it recommends) on a fifth of each viewer's
 * ratings, held out, of up to 500 viewers; fitted on the rest of the ratings of all viewers, or of as many as have 2 M.
 */
export function measureHoldout(
  engine: AnyEngine,
  dataset: Dataset,
  { onProgress, ...settings }: HoldoutOptions,
): Record<string, number> {
  const viewers = shuffledIndexes(dataset.userCount, createRandom(settings.seed));
  const judged = selectViewers(dataset, viewers);
  const { train, test } = stratifiedSplit(judged, { testShare, seed: settings.seed });
  const sample = new Set(viewers.subarray(0, testedUsers));
  const training = selectRows(judged, train);
  const tested = selectRows(
    judged,
    test.filter((row) => sample.has(judged.users[row]!)),
  );
  const model = engine.fit(training, { ...settings, onProgress });
  if (tested.stars.length === 0) return {};
  const metrics: Record<string, number> = {};
  if (model.predicts) {
    const { rmse, mae, intervalCoverage } = measureRatings(model, { training, tested }).metrics;
    Object.assign(metrics, { rmse, mae, intervalCoverage });
  }
  if (model.recommends) {
    const { ndcg, map, precision, recall } = measureRanking(model, { training, tested }, listLength).metrics;
    Object.assign(metrics, {
      [`ndcg@${listLength}`]: ndcg,
      [`map@${listLength}`]: map,
      [`precision@${listLength}`]: precision,
      [`recall@${listLength}`]: recall,
    });
  }
  return metrics;
}

/** The rows of the first viewers of the list that together have no more than `mostRatings`. */
function selectViewers(dataset: Dataset, viewers: Int32Array): Dataset {
  if (dataset.users.length <= mostRatings) return dataset;
  const counts = new Int32Array(dataset.userCount);
  for (const user of dataset.users) counts[user]!++;
  const isTaken = new Uint8Array(dataset.userCount);
  let rows = 0;
  for (const viewer of viewers) {
    rows += counts[viewer]!;
    if (rows > mostRatings) break;
    isTaken[viewer] = 1;
  }
  const taken: number[] = [];
  dataset.users.forEach((user, row) => {
    if (isTaken[user]) taken.push(row);
  });
  return selectRows(dataset, Int32Array.from(taken));
}
