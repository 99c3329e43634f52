// The stored ratings as the dense arrays that engines learn from.
import { createHash } from "node:crypto";
import {
  type Database,
  totalsRepository,
  trainingDataRepository,
  vectorDimensions,
  vectorsRepository,
} from "@matinee/db";
import { type Dataset, filmAttributes, type ItemVectors, type VoteTotals } from "@matinee/engines";

export interface TrainingDataset {
  readonly dataset: Dataset;
  /** SHA-256 (hex) over all that engines see. */
  readonly fingerprint: string;
}

/** Position of each id in an ascending list that holds it. */
function createIndex(ids: Int32Array): Map<number, number> {
  return new Map(Array.from(ids, (id, index) => [id, index]));
}

/** Vectors in the order of the items; zeros where an item has none. */
async function readItemVectors(database: Database, modelId: number, items: Map<number, number>): Promise<ItemVectors> {
  const { movieIds, values } = await vectorsRepository(database.kysely).readAll(modelId);
  const ordered = new Float32Array(items.size * vectorDimensions);
  movieIds.forEach((movieId, row) => {
    const item = items.get(movieId);
    if (item === undefined) return;
    ordered.set(values.subarray(row * vectorDimensions, (row + 1) * vectorDimensions), item * vectorDimensions);
  });
  return { dimensions: vectorDimensions, values: ordered };
}

/** One entry where films have votes of other sites' users, none where no film has any. */
async function readItemVotes({ kysely }: Database, items: Map<number, number>): Promise<VoteTotals[]> {
  const votes = await totalsRepository(kysely).listVotes();
  if (votes.length === 0) return [];
  const counts = new Int32Array(items.size);
  const means = new Float32Array(items.size);
  for (const { movieId, count, halfStarSum } of votes) {
    const item = items.get(movieId);
    if (item === undefined) continue;
    counts[item] = count;
    means[item] = Math.max(0.5, halfStarSum / 2 / count);
  }
  return [{ source: "other sites", counts, means }];
}

function fingerprintOf({ itemAttributes = [], itemVotes = [], ...dataset }: Dataset): string {
  const { itemIds, users, items, stars, ratedAt, itemVectors, itemYears } = dataset;
  const hash = createHash("sha256");
  const addArrays = (arrays: readonly (ArrayBufferView | undefined)[]) => {
    for (const array of arrays) {
      if (array) hash.update(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
    }
  };
  addArrays([itemIds, users, items, stars, ratedAt, itemVectors?.values, itemYears]);
  for (const { counts, means } of itemVotes) addArrays([counts, means]);
  for (const { name, terms, starts, columns, counts } of itemAttributes) {
    hash.update(JSON.stringify([name, terms]));
    addArrays([starts, columns, counts]);
  }
  return hash.digest("hex");
}

/** Every film of the catalog is an item, rated or not; viewers without a rating do not count. */
export async function readTrainingDataset(database: Database, embedderModelId: number): Promise<TrainingDataset> {
  const trainingData = trainingDataRepository(database.kysely);
  const movies = await trainingData.listMovieTexts();
  const ratings = await trainingData.readRatings();
  const itemIds = Int32Array.from(movies, ({ movieId }) => movieId);
  const itemIndex = createIndex(itemIds);
  const userIndex = createIndex(new Int32Array(new Set(ratings.viewerIds)));
  const dataset: Dataset = {
    userCount: userIndex.size,
    itemCount: itemIds.length,
    itemIds,
    users: ratings.viewerIds.map((id) => userIndex.get(id)!),
    items: ratings.movieIds.map((id) => itemIndex.get(id)!),
    stars: Float32Array.from(ratings.halfStars, (halfStars) => halfStars / 2),
    ratedAt: ratings.ratedAt,
    itemVectors: await readItemVectors(database, embedderModelId, itemIndex),
    itemVotes: await readItemVotes(database, itemIndex),
    ...filmAttributes(movies.map(({ castNames, ...movie }) => ({ ...movie, cast: castNames }))),
  };
  return { dataset, fingerprint: fingerprintOf(dataset) };
}
