// The catalog that comes with Matinee, for machines that cannot download one.
import { createHash } from "node:crypto";
import type { SourceCatalog, SourceMovie, SourceRatings } from "../dataset.types.ts";
import { genres } from "../genres/genres.ts";
import { slugify } from "../text/slug.ts";
import type { AudienceFilm } from "./affinity.ts";
import { simulateAudience } from "./audience.ts";
import type { SamplerFilm } from "./film.schema.ts";
import { films } from "./films.ts";

const viewerCount = 2_000;
const seed = 1902;

/**
 * Over 1,000 well-known films from 1902 to today and the ratings of 2,000 simulated viewers, ending on 31 October 2026.
 * The same rows on every machine and every day.
 */
export function sampler(): SourceCatalog {
  const movies = films.map(toMovie);
  const { viewerKeys, ratings } = simulateAudience({ films: samplerAudienceFilms(), viewerCount, seed });
  return {
    name: "sampler",
    fingerprint: fingerprint(movies, ratings),
    terms: "Films and audience written for Matinee, MIT licence",
    movies,
    viewerKeys,
    ratings,
    findings: [],
  };
}

/** The sampler's films as `simulateAudience` takes them, in the order of the catalog. */
export function samplerAudienceFilms(): AudienceFilm[] {
  return films.map((film) => ({ key: slugify(film.title, film.year), ...film }));
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
