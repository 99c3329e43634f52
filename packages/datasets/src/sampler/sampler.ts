// The catalog that comes with Matinee, for machines that cannot download one.
import { createHash } from "node:crypto";
import type { SourceCatalog, SourceMovie, SourceRatings } from "../dataset.types.ts";
import { genres } from "../genres/genres.ts";
import { slugify } from "../text/slug.ts";
import type { AudienceFilm } from "./audience/affinity.ts";
import { type Audience, createAudience } from "./audience/audience.ts";
import type { SamplerFilm } from "./film.schema.ts";
import { films } from "./films.ts";

const seed = 1902;
const viewerCount = 2_200;
/** Less far apart than MovieLens's users (1.4), who choose among more films. */
const activity = { mean: 55, deviation: 1 };
/** Log-odds of being seen, for each step of renown. */
const popularityPerRenown = 0.6;

/**
 * Over 1,000 well-known films from 1902 to today and the ratings of 2,200 simulated viewers, ending on 31 October 2026.
 * The same rows on every machine and every day.
 */
export function sampler(): SourceCatalog {
  const movies = films.map(toMovie);
  const ratings = samplerAudience().ratingsOf(0, viewerCount);
  return {
    name: "sampler",
    fingerprint: fingerprint(movies, ratings),
    terms: "Films and audience written for Matinee, MIT licence",
    movies,
    viewerKeys: Array.from({ length: viewerCount }, (_, index) => `simulated-${index + 1}`),
    ratings,
    findings: [],
  };
}

/** The sampler's viewers; films by their place in the catalog. */
export function samplerAudience(): Audience {
  return createAudience({ films: films.map(toAudienceFilm), viewerCount, activity, seed });
}

function toAudienceFilm(film: SamplerFilm): AudienceFilm {
  return { ...film, key: slugify(film.title, film.year), popularity: popularityPerRenown * (film.renown - 3) };
}

function toMovie(film: SamplerFilm): SourceMovie {
  return {
    sourceKey: slugify(film.title, film.year),
    title: film.title,
    originalTitle: film.originalTitle ?? null,
    year: film.year,
    genres: genres.filter((genre) => film.genres.includes(genre.slug)),
    imdbId: film.imdbId ?? null,
    tmdbId: null,
    overview: film.overview,
    runtimeMinutes: film.runtimeMinutes,
    directors: film.directors,
    writers: film.writers,
    cast: film.cast.map(({ name, character = null }) => ({ name, character })),
    countries: film.countries,
    languages: film.languages,
    themes: film.themes.map((name) => ({ name, relevance: 1 })),
    wikipediaPage: null,
    thumbnail: null,
  };
}

function fingerprint(movies: readonly SourceMovie[], ratings: SourceRatings): string {
  const hash = createHash("sha256").update(JSON.stringify(movies));
  for (const column of [ratings.viewers, ratings.movies, ratings.halfStars, ratings.ratedAt]) hash.update(column);
  return hash.digest("hex");
}
