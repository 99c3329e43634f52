// Whether taste neighbors like what a viewer will like:
// node packages/workflows/scripts/measure-taste-neighbors.ts --data ml-latest-small.zip --data wikipedia-movies.json.gz
import { parseArgs } from "node:util";
import { readCatalog } from "@matinee/datasets";
import { loadDistilledEmbedder } from "@matinee/embeddings";
import { createRandom, getEngine, type Random, shuffledIndexes, tasteVector } from "@matinee/engines";
import { composeMovieText } from "../src/embed/movie-text.ts";

const seeds = [1, 2];
const likedFrom = 4;
const neighborCount = 20;
const listLength = 10;
/** As the API does. */
const candidateCount = 200;

interface Viewer {
  readonly movies: readonly number[];
  readonly stars: readonly number[];
  readonly ratedAt: readonly number[];
  readonly liked: ReadonlySet<number>;
  /** A fifth of what the viewer liked, held out of all the others. */
  readonly heldOut: ReadonlySet<number>;
}

const { values: options } = parseArgs({ options: { data: { type: "string", multiple: true } } });
if (!options.data)
  throw new Error("Name a data set with ratings by --data, and texts for its films by another --data.");
const { movies, ratings, viewerKeys } = await readCatalog(options.data);
const textVectors = await embedMovies();
const sums = new Map<string, number>();
for (const seed of seeds) measureSeed(seed);
console.log(
  `${viewerKeys.length} viewers, recall of the held-out likes at ${listLength}, mean of ${seeds.length} seeds`,
);
for (const [name, sum] of sums) console.log(`${name.padEnd(52)} ${(sum / seeds.length).toFixed(3)}`);

async function embedMovies() {
  const embedder = await loadDistilledEmbedder();
  const texts = movies.map(({ genres, themes, cast, ...movie }, movieId) =>
    composeMovieText({
      ...movie,
      movieId,
      genres: genres.map(({ name }) => name),
      themes: themes.map(({ name }) => name),
      castNames: cast.map(({ name }) => name),
    }),
  );
  const values = await embedder.embed(texts);
  const centroid = new Float32Array(embedder.dimensions);
  values.forEach((value, cell) => {
    centroid[cell % embedder.dimensions] += value / movies.length;
  });
  await embedder.close();
  return { values, centroid };
}

function measureSeed(seed: number): void {
  const random = createRandom(seed);
  const viewers = splitRatings(random);
  const likers = new Float64Array(movies.length);
  for (const { liked } of viewers) for (const movie of liked) likers[movie] += 1;
  const byLikes = compareAll(
    viewers.map(({ liked }) => liked),
    cosineOfSets,
  );
  const byTexts = compareAll(viewers.map(toTasteVector), innerProduct);
  const byBoth = byTexts.map((row, viewer) => row.map((value, other) => value + byLikes[viewer][other]));
  const byFactors = compareAll(sumFactors(viewers, seed), innerProduct);
  const ways: Record<string, (viewer: number) => readonly number[]> = {
    "20 viewers at random": () => Array.from(shuffledIndexes(viewers.length, random)),
    "all viewers: the most liked films": () => Array.from(viewers.keys()),
    "20 by text vectors": (viewer) => rank(byTexts[viewer]),
    "20 by text vectors and shared likes, as the API does": (viewer) =>
      rank(byTexts[viewer])
        .slice(0, candidateCount)
        .sort((a, b) => byBoth[viewer][b] - byBoth[viewer][a]),
    "20 by shared likes": (viewer) => rank(byLikes[viewer]),
    "20 by the factors of ials": (viewer) => rank(byFactors[viewer]),
  };
  for (const [name, findNeighbors] of Object.entries(ways)) {
    const count = name.startsWith("all") ? viewers.length : neighborCount;
    const recalls = viewers.flatMap(({ heldOut }, viewer) => {
      if (heldOut.size === 0) return [];
      const others = findNeighbors(viewer).filter((other) => other !== viewer);
      const list = listSuggestions(viewers, viewer, others.slice(0, count), likers);
      return list.filter((movie) => heldOut.has(movie)).length / Math.min(listLength, heldOut.size);
    });
    const mean = recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length;
    sums.set(name, (sums.get(name) ?? 0) + mean);
  }
}

function splitRatings(random: Random): Viewer[] {
  const rows: number[][] = viewerKeys.map(() => []);
  for (const [row, viewer] of ratings.viewers.entries()) rows[viewer].push(row);
  const starsOf = (row: number) => ratings.halfStars[row] / 2;
  return rows.map((own) => {
    const liked = own.filter((row) => starsOf(row) >= likedFrom);
    const order = Array.from(shuffledIndexes(liked.length, random));
    const heldOut = new Set(order.slice(0, Math.floor(liked.length / 5)).map((index) => ratings.movies[liked[index]]));
    const kept = own.filter((row) => !heldOut.has(ratings.movies[row]));
    const isLiked = (row: number) => starsOf(row) >= likedFrom;
    return {
      movies: kept.map((row) => ratings.movies[row]),
      stars: kept.map(starsOf),
      ratedAt: kept.map((row) => ratings.ratedAt[row]),
      liked: new Set(kept.filter(isLiked).map((row) => ratings.movies[row])),
      heldOut,
    };
  });
}

function toTasteVector({ movies: items, stars, ratedAt }: Viewer): Float32Array {
  const profile = {
    items: Int32Array.from(items),
    stars: Float32Array.from(stars),
    ratedAt: Float64Array.from(ratedAt),
  };
  return tasteVector(profile, textVectors) ?? new Float32Array(textVectors.centroid.length);
}

/** Sums of the factors of the films a viewer liked, at length 1. */
function sumFactors(viewers: readonly Viewer[], seed: number): Float32Array[] {
  const model = getEngine("ials").fit(
    {
      userCount: viewers.length,
      itemCount: movies.length,
      itemIds: Int32Array.from(movies.keys(), (movie) => movie + 1),
      users: Int32Array.from(viewers.flatMap((viewer, index) => viewer.movies.map(() => index))),
      items: Int32Array.from(viewers.flatMap((viewer) => viewer.movies)),
      stars: Float32Array.from(viewers.flatMap((viewer) => viewer.stars)),
      ratedAt: Float64Array.from(viewers.flatMap((viewer) => viewer.ratedAt)),
    },
    { seed },
  );
  const { values, dimensions } = model.itemFactors!;
  return viewers.map(({ liked }) => {
    const sum = new Float32Array(dimensions);
    for (const movie of liked) for (let d = 0; d < dimensions; d++) sum[d] += values[movie * dimensions + d];
    const length = Math.hypot(...sum) || 1;
    return sum.map((value) => value / length);
  });
}

/** Row v holds how near each of the others is to v. */
function compareAll<Taste>(tastes: readonly Taste[], similarity: (a: Taste, b: Taste) => number): Float64Array[] {
  return tastes.map((own) => Float64Array.from(tastes, (other) => similarity(own, other)));
}

function innerProduct(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += a[index] * b[index];
  return sum;
}

function cosineOfSets(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0;
  for (const movie of a) if (b.has(movie)) shared++;
  return shared / Math.sqrt(a.size * b.size || 1);
}

function rank(similarities: Float64Array): number[] {
  return Array.from(similarities.keys()).sort((a, b) => similarities[b] - similarities[a]);
}

/** The films that most of the others like, of as many the more popular ones, without those the viewer rated. */
function listSuggestions(
  viewers: readonly Viewer[],
  viewer: number,
  others: readonly number[],
  likers: Float64Array,
): number[] {
  const rated = new Set(viewers[viewer].movies);
  const votes = new Map<number, number>();
  for (const other of others) {
    for (const movie of viewers[other].liked) if (!rated.has(movie)) votes.set(movie, (votes.get(movie) ?? 0) + 1);
  }
  return Array.from(votes)
    .sort(([a, votesA], [b, votesB]) => votesB - votesA || likers[b] - likers[a])
    .slice(0, listLength)
    .map(([movie]) => movie);
}
