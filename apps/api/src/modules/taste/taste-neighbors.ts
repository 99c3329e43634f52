// Viewers of the imported data sets with a similar taste: the nearest by their vectors, ordered also by the movies that
// both like. Nobody who rates on this site is among them: who knows some movies that a person likes could otherwise read
// the others.
import type { Like, NearViewer } from "@matinee/db";
import type { Services } from "../../services.ts";
import type { KnownViewer } from "../viewer/viewer-access.ts";
import type { TasteNeighborParent } from "./taste.parents.ts";

/** From so many stars on a movie is liked. */
const likedFrom = 4;

/** So many of the nearest are compared movie by movie. */
const candidateCount = 200;

/** Of the movies shared or suggested. */
const listedMovies = 12;

export async function findTasteNeighbors(
  services: Services,
  viewer: KnownViewer,
  limit: number,
): Promise<TasteNeighborParent[]> {
  const { profiles, repositories, viewerVectors } = services;
  const modelId = await viewerVectors.findModelId();
  if (modelId === undefined) return [];
  const { viewerId } = viewer;
  await viewerVectors.refresh(modelId, viewerId, viewer.recommendationsVersion);
  const near = await repositories.viewerVectors.listNearest({ modelId, viewerId, limit: candidateCount });
  if (near.length === 0) return [];

  const { ratings, dismissed } = await profiles.get(viewer);
  const liked = ratings.filter(({ stars }) => stars >= likedFrom).toSorted((a, b) => b.stars - a.stars);
  const likedIds = liked.map(({ movieId }) => movieId);
  const nearest = await chooseNeighbors(services, near, likedIds, limit);
  const likes = Map.groupBy(
    await repositories.neighbors.listLikes(nearest.map((neighbor) => neighbor.viewerId)),
    (like) => like.viewerId,
  );
  const known = new Set([...ratings.map(({ movieId }) => movieId), ...dismissed]);
  return nearest.map(({ viewerId: neighborId, similarity }) => ({
    similarity,
    ...compareLikes(likes.get(neighborId) ?? [], likedIds, known),
  }));
}

/** Similarity: the mean of the vectors' cosine and the cosine of the sets of movies that each likes. */
async function chooseNeighbors(
  { repositories }: Services,
  near: readonly NearViewer[],
  likedIds: readonly number[],
  limit: number,
): Promise<{ viewerId: number; similarity: number }[]> {
  const counts = await repositories.neighbors.countSharedLikes(
    near.map(({ viewerId }) => viewerId),
    likedIds,
  );
  const likesOf = new Map(counts.map((row) => [row.viewerId, row]));
  return near
    .flatMap(({ viewerId, cosine }) => {
      const likes = likesOf.get(viewerId);
      // who likes nothing has nothing to share
      if (!likes) return [];
      const ofSets = likes.shared / Math.sqrt(likes.liked * Math.max(1, likedIds.length));
      return [{ viewerId, similarity: (cosine + ofSets) / 2 }];
    })
    .sort((a, b) => b.similarity - a.similarity || a.viewerId - b.viewerId)
    .slice(0, limit);
}

function compareLikes(likes: readonly Like[], likedIds: readonly number[], known: ReadonlySet<number>) {
  const theirs = likes.map(({ movieId }) => movieId);
  const isTheirs = new Set(theirs);
  return {
    sharedMovieIds: likedIds.filter((movieId) => isTheirs.has(movieId)).slice(0, listedMovies),
    suggestedMovieIds: theirs.filter((movieId) => !known.has(movieId)).slice(0, listedMovies),
  };
}
