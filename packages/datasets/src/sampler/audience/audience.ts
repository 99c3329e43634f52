// A simulated audience with planted tastes: ratings whose truth is known. The sampler's README tells the model.
import type { SourceRatings } from "../../dataset.types.ts";
import { createRatingColumns, type RatingColumns } from "../../readers/rating-columns.ts";
import { type AudienceFilm, standardize, tasteAffinities } from "./affinity.ts";
import { createRandom, type Random, seedFor } from "./random.ts";
import { createSeeing } from "./seeing.ts";
import { tastes } from "./tastes.ts";
import { createViewer, driftWeights, type Viewer } from "./viewer.ts";
import { viewingTimes } from "./viewing-times.ts";

export interface AudienceOptions {
  readonly films: readonly AudienceFilm[];
  readonly viewerCount: number;
  /** Mean number of ratings of a viewer, above 20, and how far the numbers lie apart: deviation of their logarithm. */
  readonly activity: { readonly mean: number; readonly deviation: number };
  readonly seed: number;
}

export interface Audience {
  readonly viewerCount: number;
  /** Ratings of the viewers with these numbers, ordered by viewer, then time; the same whatever was asked before. */
  ratingsOf(from: number, to: number): SourceRatings;
  /** A viewer's mixture at the newest rating, strongest first; the weights add up to 1. */
  tastesOf(viewer: number): { readonly name: string; readonly weight: number }[];
  /**
   * The truth to judge predicted stars by: those this viewer would give each film at the time of the newest rating,
   * relative to what the viewer gives a middling film, before noise and rounding. Range about −3 to 3.
   */
  plantedStars(viewer: number): Float64Array;
  /** The truth to judge lists by: the probability of each film to be the next that this viewer rates. */
  plantedOdds(viewer: number): Float64Array;
}

/** What a film is given that lies as close to a viewer's taste as those drawn by it do on average. */
const meanStars = 4.25;
/** Stars for one standard deviation of affinity. */
const tasteStars = 0.95;
/** Deviation of the log-odds of being seen from those given. */
const popularityDeviation = 0.45;
const qualityDeviation = 0.22;
/** Stars for one standard deviation of popularity. */
const qualityOfPopularity = 0.15;
const noiseDeviation = 0.5;
/** Stars lost for each year a viewer stays: people get harder to please. */
const severityPerYear = 0.06;
const secondsPerYear = 365.25 * 24 * 60 * 60;
const fewestRatings = 20;
/** Nobody sees more of the films. */
const mostSeenShare = 0.25;
/** A viewer who so often in a row thinks of films already seen leaves it at that. */
const mostTries = 100;

/**
 * The same for the same films and seed. A viewer hangs on the seed and the own number alone: with more viewers the first
 * ones stay as they are. Throws RangeError where the films are too few to choose from.
 */
export function createAudience({ films, viewerCount, activity, seed }: AudienceOptions): Audience {
  const mostRatings = Math.floor(mostSeenShare * films.length);
  if (mostRatings < 2 * fewestRatings) {
    const fewest = (2 * fewestRatings) / mostSeenShare;
    throw new RangeError(`An audience needs at least ${fewest} films to choose from, got ${films.length}.`);
  }
  const affinities = tastes.map((taste) => tasteAffinities(taste, films, seed));
  const popularities = Float64Array.from(films, ({ key, popularity }) => {
    const chance = createRandom(seedFor(seed, `popularity of ${key}`)).normal();
    return popularity + popularityDeviation * chance;
  });
  const qualities = standardize(popularities).map((popularity, film) => {
    const chance = createRandom(seedFor(seed, films[film].key)).normal();
    return qualityDeviation * chance + qualityOfPopularity * popularity;
  });
  const seeing = createSeeing(popularities, affinities);
  const usualAffinity = seeing.meanAffinity();
  const ratedFrom = Float64Array.from(films, ({ year }) => Date.UTC(year + 1, 0, 1) / 1000);
  const ratedBy = new Int32Array(films.length).fill(-1);
  const median = (activity.mean - fewestRatings) / Math.exp(activity.deviation ** 2 / 2);
  const startOf = (index: number) => createRandom(seedFor(seed, `viewer ${index}`));
  const viewerOf = (index: number) => createViewer(startOf(index), tastes.length);

  function rate(index: number, random: Random, viewer: Viewer, columns: RatingColumns): void {
    const count = Math.round(fewestRatings + median * Math.exp(activity.deviation * random.normal()));
    const times = viewingTimes(random, Math.min(mostRatings, count));
    const { tastes: own } = viewer.mixture;
    const weights = new Float64Array(own.length);
    const mixture = { tastes: own, weights };
    for (const time of times) {
      driftWeights(viewer.mixture, (times[times.length - 1] - time) / secondsPerYear, weights);
      let film = seeing.draw(random, mixture);
      for (let tries = 1; ratedBy[film] === index || ratedFrom[film] > time; tries++) {
        if (tries === mostTries) return;
        film = seeing.draw(random, mixture);
      }
      ratedBy[film] = index;
      let affinity = 0;
      for (let place = 0; place < own.length; place++) affinity += weights[place] * affinities[own[place]][film];
      const years = (time - times[0]) / secondsPerYear;
      const stars =
        meanStars +
        viewer.bias +
        qualities[film] +
        tasteStars * (affinity - usualAffinity) -
        severityPerYear * years +
        noiseDeviation * random.normal();
      columns.add(index, film, toHalfStars(stars, viewer.wholeStars), time);
    }
  }

  return {
    viewerCount,
    ratingsOf(from, to) {
      const columns = createRatingColumns();
      ratedBy.fill(-1);
      for (let index = from; index < Math.min(to, viewerCount); index++) {
        const random = startOf(index);
        rate(index, random, createViewer(random, tastes.length), columns);
      }
      return columns.finish();
    },
    tastesOf(viewer) {
      const { mixture } = viewerOf(viewer);
      return mixture.tastes.map((taste, place) => ({ name: tastes[taste].name, weight: mixture.weights[place] }));
    },
    plantedStars(viewer) {
      const { mixture } = viewerOf(viewer);
      return qualities.map((quality, film) =>
        mixture.tastes.reduce(
          (sum, taste, place) => sum + tasteStars * mixture.weights[place] * affinities[taste][film],
          quality,
        ),
      );
    },
    plantedOdds: (viewer) => seeing.odds(viewerOf(viewer).mixture),
  };
}

function toHalfStars(stars: number, wholeStars: boolean): number {
  const halfStars = wholeStars ? 2 * Math.round(stars) : Math.round(2 * stars);
  return Math.min(10, Math.max(wholeStars ? 2 : 1, halfStars));
}
