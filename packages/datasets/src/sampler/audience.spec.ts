import { beforeAll, describe, expect, it } from "vitest";
import { type Audience, simulateAudience } from "./audience.ts";
import { samplerAudienceFilms } from "./sampler.ts";
import { audienceEnd } from "./viewing.ts";

const films = samplerAudienceFilms();
const viewerCount = 2_000;
const day = 24 * 60 * 60;
let audience: Audience;

beforeAll(() => {
  audience = simulateAudience({ films, viewerCount, seed: 1902 });
});

function countBy(column: Int32Array, length: number): number[] {
  const counts = new Array<number>(length).fill(0);
  for (const index of column) counts[index]++;
  return counts;
}

describe("simulateAudience", () => {
  it("is the same for the same seed and another for another", () => {
    expect(simulateAudience({ films, viewerCount, seed: 1902 }).ratings).toEqual(audience.ratings);
    expect(simulateAudience({ films, viewerCount, seed: 1903 }).ratings).not.toEqual(audience.ratings);
  });

  it("leaves the first viewers as they are when there are more", () => {
    const few = simulateAudience({ films, viewerCount: 10, seed: 1902 });
    const { length } = few.ratings.viewers;
    expect(audience.ratings.movies.subarray(0, length)).toEqual(few.ratings.movies);
    expect(audience.ratings.halfStars.subarray(0, length)).toEqual(few.ratings.halfStars);
    expect(audience.viewerTastes.slice(0, 10)).toEqual(few.viewerTastes);
  });

  it("gives each viewer 20 to 120 ratings, no film twice, and each film at least 5", () => {
    const { viewers, movies } = audience.ratings;
    const perViewer = countBy(viewers, viewerCount);
    expect(Math.min(...perViewer)).toBeGreaterThanOrEqual(20);
    expect(Math.max(...perViewer)).toBeLessThanOrEqual(120);
    expect(new Set(Array.from(viewers, (viewer, rating) => viewer * films.length + movies[rating])).size).toBe(
      viewers.length,
    );
    expect(Math.min(...countBy(movies, films.length))).toBeGreaterThanOrEqual(5);
  });

  it("uses every half star, with a mean between 3.2 and 3.9", () => {
    const { halfStars } = audience.ratings;
    expect([...new Set(halfStars)].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const mean = halfStars.reduce((sum, value) => sum + value, 0) / halfStars.length / 2;
    expect(mean).toBeGreaterThan(3.2);
    expect(mean).toBeLessThan(3.9);
  });

  it("has a long tail: the most seen fifth of the films gets over 30 % of the ratings", () => {
    const counts = countBy(audience.ratings.movies, films.length).sort((a, b) => b - a);
    const top = counts.slice(0, films.length / 5).reduce((sum, count) => sum + count, 0);
    expect(top / audience.ratings.movies.length).toBeGreaterThan(0.3);
  });

  it("rates over six years, in order, after each film's year, with enough in the last week, month and year", () => {
    const { viewers, movies, ratedAt } = audience.ratings;
    const since = (days: number) => ratedAt.filter((time) => time > audienceEnd - days * day).length;
    expect(
      ratedAt.every((time, rating) => viewers[rating] !== viewers[rating - 1] || time >= ratedAt[rating - 1]),
    ).toBe(true);
    expect(ratedAt.every((time, rating) => new Date(time * 1000).getUTCFullYear() > films[movies[rating]].year)).toBe(
      true,
    );
    expect(Math.max(...ratedAt)).toBeLessThan(audienceEnd);
    expect(Math.min(...ratedAt)).toBeLessThan(audienceEnd - 5.5 * 365 * day);
    expect(since(7)).toBeGreaterThan(200);
    expect(since(30)).toBeGreaterThan(2 * since(7));
    expect(since(365)).toBeGreaterThan(2 * since(30));
  });

  it("refuses a catalog too small to choose from", () => {
    expect(() => simulateAudience({ films: films.slice(0, 20), viewerCount: 1, seed: 1 })).toThrow(
      "at least 150 films",
    );
  });
});
