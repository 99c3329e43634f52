// Everything an answer needs, read from the database: the promoted models and the catalog as arrays.
import type { GenreRow, ImportRow, ModelRow, MovieFeatures } from "@matinee/db";
import { catalogRepository, type Database, genresRepository, modelsRepository, moviesRepository } from "@matinee/db";
import { type Embedder, EmbedderError, type Embedders } from "@matinee/embeddings";
import { type EngineName, engines, getEngine } from "@matinee/engines";
import type { CatalogFeatures, PromotedModel, Snapshot } from "@matinee/recommender";
import { embedderEngine } from "@matinee/workflows";
import type { Logger } from "pino";

/** Only a query's vector of this embedder can be compared with the vectors of this model. */
export interface TextVectors {
  readonly modelId: number;
  readonly embedder: Embedder;
}

export interface LoadedSnapshot {
  readonly snapshot: Snapshot;
  /** The films' vectors in use and the embedder that made them; null where it is not at hand. */
  readonly textVectors: TextVectors | null;
  /** Names the promoted models and the newest import: another signature means another snapshot. */
  readonly signature: string;
}

export async function readSignature({ kysely }: Database): Promise<string> {
  const [promoted, latest] = await Promise.all([
    modelsRepository(kysely).listPromoted(),
    catalogRepository(kysely).latestImport(),
  ]);
  return signatureOf(promoted, latest);
}

export interface LoadSnapshotOptions {
  readonly database: Database;
  /** Where the embedder of the vectors in use is opened. */
  readonly embedders: Embedders;
  readonly log: Logger;
}

export async function loadSnapshot(options: LoadSnapshotOptions): Promise<LoadedSnapshot> {
  const { kysely } = options.database;
  const models = modelsRepository(kysely);
  // first: what comes while the rest is read makes another signature
  const latest = await catalogRepository(kysely).latestImport();
  const [promoted, features, genres] = await Promise.all([
    models.listPromoted(),
    moviesRepository(kysely).listFeatures(),
    genresRepository(kysely).list(),
  ]);
  const loaded: Partial<Record<EngineName, PromotedModel>> = {};
  for (const { id, engine, version } of promoted) {
    if (!isEngineName(engine)) continue;
    loaded[engine] = { version, model: getEngine(engine).load(await models.readBytes(id)) };
  }
  return {
    snapshot: { catalog: toCatalog(features, genres), models: loaded },
    textVectors: await openTextVectors(promoted, options),
    signature: signatureOf(promoted, latest),
  };
}

/** Without them search goes by words alone, which is better than no API. */
async function openTextVectors(
  promoted: readonly ModelRow[],
  { embedders, log }: LoadSnapshotOptions,
): Promise<TextVectors | null> {
  const vectors = promoted.find(({ engine }) => engine === embedderEngine);
  if (!vectors) return null;
  try {
    const embedder = await embedders.open(vectors.fingerprint);
    if (embedder) return { modelId: vectors.id, embedder };
    log.warn("Search goes by words alone: what made the vectors in use is not at hand; start Matinee by `npm start`.");
  } catch (error) {
    if (!(error instanceof EmbedderError)) throw error;
    log.warn(`Search goes by words alone: ${error.message}`);
  }
  return null;
}

function isEngineName(name: string): name is EngineName {
  return Object.hasOwn(engines, name);
}

function signatureOf(promoted: readonly ModelRow[], latest: ImportRow | undefined): string {
  return `models ${promoted.map(({ id }) => id).join(",")}; import ${latest?.id ?? "none"}`;
}

function toCatalog(features: readonly MovieFeatures[], genres: readonly GenreRow[]): CatalogFeatures {
  const bitOf = new Map(genres.map(({ id }, bit) => [id, bit]));
  return {
    movieIds: Int32Array.from(features, ({ id }) => id),
    years: Int16Array.from(features, ({ year }) => year ?? 0),
    genreBits: Uint32Array.from(features, ({ genreIds }) =>
      genreIds.reduce((bits, id) => bits | (1 << bitOf.get(id)!), 0),
    ),
    genreSlugs: genres.map(({ slug }) => slug),
    genreNames: genres.map(({ name }) => name),
    ratingCounts: Int32Array.from(features, ({ ratingCount }) => ratingCount),
    titles: features.map(({ title }) => title),
  };
}
