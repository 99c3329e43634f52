// A simulated audience as an import reads it: chunk by chunk, each made when it is asked for.
import type { ChunkOptions, RatingChunk, RatingStream } from "../../catalog.types.ts";
import type { Audience } from "./audience.ts";

const ratingsPerChunk = 500_000;

/**
 * Viewers are numbered from 1. A chunk is as many viewers as have about 500,000 ratings, and hangs on none before it.
 * @param ratingsPerViewer their mean number
 */
export function audienceStream(
  audience: Audience,
  {
    source,
    fingerprint,
    ratingsPerViewer,
  }: Pick<RatingStream, "source" | "fingerprint"> & { ratingsPerViewer: number },
): RatingStream {
  const viewersPerChunk = Math.max(1, Math.round(ratingsPerChunk / ratingsPerViewer));
  const chunkCount = Math.ceil(audience.viewerCount / viewersPerChunk);
  return {
    source,
    fingerprint,
    async *chunks({ first = 0, signal }: ChunkOptions = {}): AsyncGenerator<RatingChunk> {
      for (let index = first; index < chunkCount; index++) {
        signal?.throwIfAborted();
        const ratings = audience.ratingsOf(index * viewersPerChunk, (index + 1) * viewersPerChunk);
        const viewers = ratings.viewers.map((viewer) => viewer + 1);
        yield { index, ...ratings, viewers, share: (index + 1) / chunkCount, findings: [] };
      }
    },
  };
}
