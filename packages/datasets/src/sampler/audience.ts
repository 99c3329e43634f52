// A simulated audience with planted tastes: ratings whose truth is known. The README tells the model.
import type { SourceRatings } from "../dataset.types.ts";
import { createRatingColumns } from "../readers/rating-columns.ts";
import { type AudienceFilm, tasteAffinities } from "./affinity.ts";
import { createRandom, seedFor } from "./random.ts";
import { tastes } from "./tastes.ts";
import { createViewer, type Viewer } from "./viewer.ts";
import { chooseFilms, viewingTimes } from "./viewing.ts";

export interface Audience {
  readonly viewerKeys: readonly string[];
  /** Each viewer's mixture at the newest rating, strongest first; the weights add up to 1. */
  readonly viewerTastes: readonly (readonly { readonly name: string; readonly weight: number }[])[];
  readonly ratings: SourceRatings;
  /**
   * The truth to judge an engine by: the stars this viewer would give this film at the time of the newest rating,
   * relative to what the viewer gives a middling film, before noise and rounding. Range about −3 to 3.
   */
  plantedAffinity(viewer: number, film: number): number;
}

const meanStars = 3.15;
/** Stars for one standard deviation of affinity. */
const tasteStars = 0.75;
const qualityDeviation = 0.2;
const qualityPerRenown = 0.15;
const noiseDeviation = 0.5;
/** Stars lost for each year a viewer stays: people get harder to please. */
const severityPerYear = 0.06;
const secondsPerYear = 365.25 * 24 * 60 * 60;
const fewestRatings = 20;
const mostRatings = 120;

/**
 * Ratings by `viewerCount` viewers, the same for the same films and seed, ordered by viewer, then time. A viewer hangs
 * on the seed and the own number alone: with more viewers the first ones stay as they are.
 * Throws RangeError where the films are too few to choose from.
 */
export function simulateAudience(options: {
  readonly films: readonly AudienceFilm[];
  readonly viewerCount: number;
  readonly seed: number;
}): Audience {
  const { films, viewerCount, seed } = options;
  if (films.length < mostRatings + 30) {
    throw new RangeError(`An audience needs at least ${mostRatings + 30} films to choose from, got ${films.length}.`);
  }
  const affinities = tastes.map((taste) => tasteAffinities(taste, films));
  const qualities = Float64Array.from(films, (film) => plantedQuality(film, seed));
  const viewers: Viewer[] = [];
  const columns = createRatingColumns();

  for (let index = 0; index < viewerCount; index++) {
    const random = createRandom(seedFor(seed, `viewer ${index}`));
    const viewer = createViewer(random, affinities);
    viewers.push(viewer);
    const count = Math.round(Math.exp(Math.log(45) + 0.5 * random.normal()));
    const times = viewingTimes(random, Math.min(mostRatings, Math.max(fewestRatings, count)));
    const newest = times[times.length - 1];
    const chosen = chooseFilms(random, films, (film) => viewer.affinity(film, newest, newest), times);
    for (const [position, film] of chosen.entries()) {
      const time = times[position];
      const years = (time - times[0]) / secondsPerYear;
      const stars =
        meanStars +
        viewer.bias +
        qualities[film] +
        tasteStars * viewer.affinity(film, time, newest) -
        severityPerYear * years +
        noiseDeviation * random.normal();
      columns.add(index, film, toHalfStars(stars, viewer.wholeStars), time);
    }
  }

  return {
    viewerKeys: viewers.map((_, index) => `simulated-${index + 1}`),
    viewerTastes: viewers.map((viewer) =>
      viewer.mixture.map(({ taste, weight }) => ({ name: tastes[taste].name, weight })),
    ),
    ratings: columns.finish(),
    plantedAffinity: (viewer, film) => qualities[film] + tasteStars * viewers[viewer].affinity(film, 0, 0),
  };
}

/** In stars; from the film's key, so that other films do not change it. */
function plantedQuality(film: AudienceFilm, seed: number): number {
  const chance = createRandom(seedFor(seed, film.key)).normal();
  return qualityDeviation * chance + qualityPerRenown * (film.renown - 3);
}

function toHalfStars(stars: number, wholeStars: boolean): number {
  const halfStars = wholeStars ? 2 * Math.round(stars) : Math.round(2 * stars);
  return Math.min(10, Math.max(wholeStars ? 2 : 1, halfStars));
}
