import type { RatingStream } from "../catalog.types.ts";
import type { SourceRatings } from "../dataset.types.ts";
import type { Findings } from "./findings.ts";
import { createRatingColumns } from "./rating-columns.ts";
import { orderRatings } from "./rating-order.ts";

export interface CollectOptions {
  readonly onProgress?: ((share: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * All ratings of a stream in memory, one of a film by a viewer, ordered by viewer and film; viewers are indexes into
 * the keys, which ascend.
 */
export async function collectRatings(
  stream: RatingStream,
  findings: Findings,
  { onProgress, signal }: CollectOptions,
): Promise<{ viewerKeys: string[]; ratings: SourceRatings }> {
  const columns = createRatingColumns();
  const viewerIndexes = new Map<number, number>();
  for await (const { viewers, movies, halfStars, ratedAt, share, findings: found } of stream.chunks({ signal })) {
    for (let rating = 0; rating < viewers.length; rating++) {
      let viewer = viewerIndexes.get(viewers[rating]);
      if (viewer === undefined) {
        viewer = viewerIndexes.size;
        viewerIndexes.set(viewers[rating], viewer);
      }
      columns.add(viewer, movies[rating], halfStars[rating], ratedAt[rating]);
    }
    for (const finding of found) findings.addAll(finding);
    onProgress?.(share);
  }
  const { ids, ratings } = renumberViewers(viewerIndexes, columns.finish());
  const ordered = orderRatings(ratings, ids.length, (viewer) =>
    findings.add("second rating of a movie by a viewer: newest kept", `${stream.source}: viewer ${ids[viewer]}`),
  );
  return { viewerKeys: ids.map(String), ratings: ordered };
}

/** Viewers in the order of their ids, whatever the order of the lines. */
function renumberViewers(
  indexes: ReadonlyMap<number, number>,
  ratings: SourceRatings,
): { ids: number[]; ratings: SourceRatings } {
  const ids = [...indexes.keys()].sort((a, b) => a - b);
  const places = new Int32Array(ids.length);
  ids.forEach((id, place) => {
    places[indexes.get(id) ?? 0] = place;
  });
  return { ids, ratings: { ...ratings, viewers: ratings.viewers.map((viewer) => places[viewer]) } };
}
