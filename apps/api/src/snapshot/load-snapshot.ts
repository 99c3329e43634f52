// Everything an answer needs, read from the database: the promoted models and the catalog as arrays.
import type { GenreRow, ImportRow, ModelRow, MovieFeatures } from "@matinee/db";
import { catalogRepository, type Database, genresRepository, modelsRepository, moviesRepository } from "@matinee/db";
import { type EngineName, engines, getEngine } from "@matinee/engines";
import type { CatalogFeatures, PromotedModel, Snapshot } from "@matinee/recommender";
import { embedderEngine } from "@matinee/workflows";

export interface LoadedSnapshot {
  readonly snapshot: Snapshot;
  /** The model whose vectors queries can be compared with; null where none fits the embedder. */
  readonly embeddingModelId: number | null;
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

/** `embedderHash`: only vectors of this embedder can be compared with queries. */
export async function loadSnapshot({ kysely }: Database, embedderHash: string): Promise<LoadedSnapshot> {
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
  const embedding = promoted.find((row) => row.engine === embedderEngine && row.fingerprint === embedderHash);
  return {
    snapshot: { catalog: toCatalog(features, genres), models: loaded },
    embeddingModelId: embedding?.id ?? null,
    signature: signatureOf(promoted, latest),
  };
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
