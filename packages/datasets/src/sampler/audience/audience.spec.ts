import { beforeAll, describe, expect, it } from "vitest";
import type { SourceRatings } from "../../dataset.types.ts";
import { films } from "../films.ts";
import { samplerAudience } from "../sampler.ts";
import { type AudienceOptions, createAudience } from "./audience.ts";
import { audienceEnd } from "./viewing-times.ts";

const day = 24 * 60 * 60;
const options: AudienceOptions = {
  films: films.map((film, index) => ({ ...film, key: String(index), popularity: 0 })),
  viewerCount: 40,
  activity: { mean: 50, deviation: 1 },
  seed: 7,
};
const audience = samplerAudience();
let ratings: SourceRatings;

beforeAll(() => {
  ratings = audience.ratingsOf(0, audience.viewerCount);
});

function countBy(column: Int32Array, length: number): number[] {
  const counts = new Array<number>(length).fill(0);
  for (const index of column) counts[index]++;
  return counts;
}

const quantile = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.floor(share * values.length)];

describe("an audience", () => {
  it("is the same for the same seed and another for another", () => {
    const rate = (seed: number) => createAudience({ ...options, seed }).ratingsOf(0, 40);
    expect(rate(7)).toEqual(rate(7));
    expect(rate(8)).not.toEqual(rate(7));
  });

  it("is the same in parts, and leaves the first viewers as they are when there are more", () => {
    const few = createAudience(options);
    const more = createAudience({ ...options, viewerCount: 60 });
    const whole = few.ratingsOf(0, 40);
    const late = more.ratingsOf(25, 40);
    const { length } = late.movies;
    expect(late).toEqual({
      viewers: whole.viewers.subarray(-length),
      movies: whole.movies.subarray(-length),
      halfStars: whole.halfStars.subarray(-length),
      ratedAt: whole.ratedAt.subarray(-length),
    });
    expect(more.tastesOf(39)).toEqual(few.tastesOf(39));
  });

  it("gives each viewer 20 ratings or more, no film twice, with the quartiles that the README tells", () => {
    const perViewer = countBy(ratings.viewers, audience.viewerCount);
    expect(Math.min(...perViewer)).toBeGreaterThanOrEqual(20);
    expect(Math.max(...perViewer)).toBeLessThanOrEqual(films.length / 4);
    expect([0.25, 0.5, 0.75].map((share) => quantile(perViewer, share))).toEqual([30, 41, 61]);
    const pairs = new Set(Array.from(ratings.viewers, (viewer, row) => viewer * films.length + ratings.movies[row]));
    expect(pairs.size).toBe(ratings.viewers.length);
  });

  it("uses every half star, with a mean and a deviation like MovieLens's 3.5 and 1.04", () => {
    const stars = Array.from(ratings.halfStars, (halfStars) => halfStars / 2);
    expect([...new Set(stars)].sort((a, b) => a - b)).toEqual([0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5]);
    const mean = stars.reduce((sum, value) => sum + value, 0) / stars.length;
    const deviation = Math.sqrt(stars.reduce((sum, value) => sum + (value - mean) ** 2, 0) / stars.length);
    expect(Math.abs(mean - 3.5)).toBeLessThan(0.15);
    expect(Math.abs(deviation - 1.04)).toBeLessThan(0.1);
  });

  it("has the long tail of MovieLens's 1,000 most rated films: a fifth of the films has about 43 % of the ratings", () => {
    const counts = countBy(ratings.movies, films.length).sort((a, b) => b - a);
    const top = counts.slice(0, films.length / 5).reduce((sum, count) => sum + count, 0);
    expect(Math.abs(top / ratings.movies.length - 0.43)).toBeLessThan(0.04);
    expect(counts.at(-1)).toBeGreaterThan(0);
  });

  it("rates over six years, in order, after each film's year, with enough in the last week, month and year", () => {
    const { viewers, movies, ratedAt } = ratings;
    const since = (days: number) => ratedAt.filter((time) => time > audienceEnd - days * day).length;
    const isInOrder = ratedAt.every((time, row) => viewers[row] !== viewers[row - 1] || time >= ratedAt[row - 1]);
    expect(isInOrder).toBe(true);
    expect(ratedAt.every((time, row) => new Date(time * 1000).getUTCFullYear() > films[movies[row]].year)).toBe(true);
    expect(Math.max(...ratedAt)).toBeLessThan(audienceEnd);
    expect(Math.min(...ratedAt)).toBeLessThan(audienceEnd - 5.5 * 365 * day);
    expect(since(7)).toBeGreaterThan(200);
    expect(since(30)).toBeGreaterThan(2 * since(7));
    expect(since(365)).toBeGreaterThan(2 * since(30));
  });

  it("refuses a catalog too small to choose from", () => {
    expect(() => createAudience({ ...options, films: options.films.slice(0, 100) })).toThrow("at least 160 films");
  });
});
