import type { SourceRatings } from "../dataset.types.ts";

/** Ratings while they are read: columns that grow, in the order of the lines. */
export interface RatingColumns {
  add(viewer: number, movie: number, halfStars: number, ratedAt: number): void;
  finish(): SourceRatings;
}

export function createRatingColumns(): RatingColumns {
  let capacity = 1 << 16;
  let length = 0;
  let viewers = new Int32Array(capacity);
  let movies = new Int32Array(capacity);
  let halfStars = new Uint8Array(capacity);
  let ratedAt = new Float64Array(capacity);
  const grow = () => {
    capacity *= 2;
    viewers = grown(viewers, new Int32Array(capacity));
    movies = grown(movies, new Int32Array(capacity));
    halfStars = grown(halfStars, new Uint8Array(capacity));
    ratedAt = grown(ratedAt, new Float64Array(capacity));
  };
  return {
    add(viewer, movie, stars, at) {
      if (length === capacity) grow();
      viewers[length] = viewer;
      movies[length] = movie;
      halfStars[length] = stars;
      ratedAt[length] = at;
      length++;
    },
    finish: () => ({
      viewers: viewers.slice(0, length),
      movies: movies.slice(0, length),
      halfStars: halfStars.slice(0, length),
      ratedAt: ratedAt.slice(0, length),
    }),
  };
}

function grown<Column extends Int32Array | Uint8Array | Float64Array>(old: Column, fresh: Column): Column {
  fresh.set(old);
  return fresh;
}
