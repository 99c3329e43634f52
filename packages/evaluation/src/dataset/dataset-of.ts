import type { SourceCatalog } from "@matinee/datasets";
import type { Dataset } from "@matinee/engines";
import { sideInformation } from "./side-information.ts";

/** A catalog as engines learn from it. Items are its movies and users its viewers, by the same indexes. */
export function datasetOf({ movies, viewerKeys, viewers, ratings }: SourceCatalog): Dataset {
  return {
    userCount: viewerKeys.length,
    itemCount: movies.length,
    itemIds: Int32Array.from(movies.keys()),
    users: ratings.viewers,
    items: ratings.movies,
    stars: Float32Array.from(ratings.halfStars, (halfStars) => halfStars / 2),
    ratedAt: ratings.ratedAt,
    ...sideInformation(
      movies,
      viewerKeys.map((key) => viewers?.get(key)),
    ),
  };
}
