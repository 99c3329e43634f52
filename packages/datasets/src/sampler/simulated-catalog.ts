// Catalogs of any size for measuring: films made up after the sampler's or given, and a simulated audience.
import { createHash } from "node:crypto";
import type { Catalog, CatalogMovie } from "../catalog.types.ts";
import { genres } from "../genres/genres.ts";
import type { AudienceFilm } from "./audience/affinity.ts";
import { type Audience, createAudience } from "./audience/audience.ts";
import { createRandom, seedFor } from "./audience/random.ts";
import { audienceStream } from "./audience/rating-stream.ts";
import { films } from "./films.ts";

export interface SimulationOptions {
  readonly filmCount: number;
  readonly viewerCount: number;
  /** Mean number of ratings of a viewer, above 20; what few films allow at most is a quarter of them. */
  readonly ratingsPerViewer: number;
  readonly seed: number;
  /** The films to take instead of made-up ones, as many as `filmCount` says. */
  readonly movies?: readonly CatalogMovie[];
}

/** The sizes of published sets of MovieLens: films, viewers, ratings. */
export const simulations = {
  "simulated:100k": { filmCount: 1_682, viewerCount: 943, ratingsPerViewer: 106, seed: 1 },
  "simulated:1m": { filmCount: 3_706, viewerCount: 6_040, ratingsPerViewer: 166, seed: 1 },
  "simulated:25m": { filmCount: 62_423, viewerCount: 162_541, ratingsPerViewer: 154, seed: 1 },
} as const satisfies Readonly<Record<string, SimulationOptions>>;

/** Name of the source in keys and provenance. */
const source = "simulated";
/** Of the logarithm of a viewer's number of ratings, as in MovieLens. */
const activityDeviation = 1.4;
/** Of the log-odds of a film to be seen: about 1.2 for a thousand films of MovieLens, 2.4 for sixty thousand. */
const popularityDeviationOf = (filmCount: number) => 0.3 * Math.log(filmCount) - 0.9;
const [firstYear, lastYear] = [1902, 2024];
/** Above 1, later years have more films. */
const yearSkew = 2.2;

/** The films and, as a stream, the ratings; the same for the same options. */
export function simulatedCatalog(options: SimulationOptions): Catalog {
  const { filmCount, ratingsPerViewer, seed, movies = madeUpMovies(filmCount, seed) } = options;
  const fingerprint = createHash("sha256").update(JSON.stringify(options)).digest("hex");
  const audience = simulatedAudience({ ...options, movies });
  return {
    name: source,
    fingerprint,
    sources: [
      {
        name: source,
        fingerprint,
        terms: "Made for measuring",
        movieCount: movies.length,
        matched: 0,
        added: movies.length,
      },
    ],
    movies,
    ratings: [audienceStream(audience, { source, fingerprint, ratingsPerViewer })],
    reviews: [],
    findings: [],
    treatments: [],
  };
}

function simulatedAudience(options: SimulationOptions): Audience {
  const { filmCount, viewerCount, ratingsPerViewer, seed, movies = madeUpMovies(filmCount, seed) } = options;
  const deviation = popularityDeviationOf(filmCount);
  return createAudience({
    films: movies.slice(0, filmCount).map((movie) => toAudienceFilm(movie, deviation, seed)),
    viewerCount,
    activity: { mean: ratingsPerViewer, deviation: activityDeviation },
    seed,
  });
}

function toAudienceFilm(movie: CatalogMovie, popularityDeviation: number, seed: number): AudienceFilm {
  const key = Object.entries(movie.keys).join();
  return {
    key,
    year: movie.year ?? firstYear,
    popularity: popularityDeviation * createRandom(seedFor(seed, `renown of ${key}`)).normal(),
    genres: movie.genres.map(({ slug }) => slug),
    themes: movie.themes.map(({ name }) => name),
    directors: movie.directors,
    languages: movie.languages,
  };
}

/** Each has the genres, themes, directors and languages of one of the sampler's films. */
function madeUpMovies(count: number, seed: number): CatalogMovie[] {
  const random = createRandom(seedFor(seed, "made-up films"));
  return Array.from({ length: count }, (_, index) => {
    const model = films[random.below(films.length)];
    const title = `Simulated Film ${index + 1}`;
    return {
      keys: { [source]: String(index + 1) },
      provenance: { title: source },
      title,
      originalTitle: null,
      year: lastYear - Math.floor((lastYear - firstYear + 1) * random.uniform() ** yearSkew),
      genres: genres.filter(({ slug }) => model.genres.includes(slug)),
      imdbId: null,
      tmdbId: null,
      overview: null,
      runtimeMinutes: model.runtimeMinutes,
      directors: model.directors,
      writers: [],
      cast: [],
      countries: model.countries,
      languages: model.languages,
      themes: model.themes.map((name) => ({ name, relevance: 1 })),
      wikipediaPage: null,
      thumbnail: null,
    };
  });
}
