// Vectors of viewers who rate here, made again after they wrote. What is stale follows from the stored versions, so
// nothing is lost when a process ends in between.
import { type Database, vectorsRepository, viewerVectorsRepository } from "@matinee/db";
import { tasteVector } from "@matinee/engines";
import { findVectorsInUse } from "./vectors-in-use.ts";

export interface ViewerVectorKeeper {
  /** The embedder's model that all viewers have vectors of; undefined while they are still to be made. */
  findModelId(): Promise<number | undefined>;
  /** Makes the viewer's vector anew if it is of an earlier state. */
  refresh(modelId: number, viewerId: number, version: number): Promise<void>;
  /** Makes the vectors of all viewers anew who wrote since; returns how many. */
  refreshStale(): Promise<number>;
}

/** So many are looked up at once. */
const batchSize = 100;

export function createViewerVectorKeeper(database: Database): ViewerVectorKeeper {
  const viewerVectors = viewerVectorsRepository(database.kysely);
  let known: { readonly modelId: number; readonly centroid: Promise<Float32Array> } | undefined;

  /** A model's films never change, and their mean takes long to compute. */
  function readCentroid(modelId: number): Promise<Float32Array> {
    if (known?.modelId === modelId) return known.centroid;
    const centroid = vectorsRepository(database.kysely).readCentroid(modelId);
    known = { modelId, centroid };
    centroid.catch(() => {
      known = undefined;
    });
    return centroid;
  }

  async function findModelId(): Promise<number | undefined> {
    const model = await findVectorsInUse(database);
    return model && (await viewerVectors.isMade(model.id)) ? model.id : undefined;
  }

  async function renew(modelId: number, viewerId: number): Promise<void> {
    const centroid = await readCentroid(modelId);
    const sources = await viewerVectors.readSources(modelId, viewerId);
    if (!sources) return;
    const { viewerVersion, halfStars, ratedAt, values } = sources;
    const profile = {
      items: Int32Array.from(halfStars.keys()),
      stars: Float32Array.from(halfStars, (value) => value / 2),
      ratedAt: Float64Array.from(ratedAt),
    };
    const vector = tasteVector(profile, { values, centroid });
    await viewerVectors.write(modelId, viewerId, { viewerVersion, vector });
  }

  return {
    findModelId,
    async refresh(modelId, viewerId, version) {
      const stored = await viewerVectors.findVersion(modelId, viewerId);
      if ((stored ?? 0) < version) await renew(modelId, viewerId);
    },
    async refreshStale() {
      const modelId = await findModelId();
      if (modelId === undefined) return 0;
      let count = 0;
      for (;;) {
        const stale = await viewerVectors.listStale(modelId, batchSize);
        for (const viewerId of stale) await renew(modelId, viewerId);
        count += stale.length;
        if (stale.length < batchSize) return count;
      }
    },
  };
}
