import { describe, expect, it } from "vitest";
import { films } from "../films.ts";
import { samplerAudience } from "../sampler.ts";
import { tastes } from "./tastes.ts";

const audience = samplerAudience();
const { viewers, movies, halfStars } = audience.ratingsOf(0, audience.viewerCount);
const strongest = Array.from({ length: audience.viewerCount }, (_, viewer) => audience.tastesOf(viewer)[0].name);

/** Rows of the ratings by viewers whose strongest taste this is, of films of this genre. */
function rowsOf(taste: string, genre: string): number[] {
  const rows = Array.from(viewers.keys());
  return rows.filter((row) => strongest[viewers[row]] === taste && films[movies[row]].genres.includes(genre));
}

/** Mean stars of one genre minus another's. */
function gap(taste: string, genre: string, other: string): number {
  const mean = (wanted: string) => {
    const rows = rowsOf(taste, wanted);
    return rows.reduce((sum, row) => sum + halfStars[row] / 2, 0) / rows.length;
  };
  return mean(genre) - mean(other);
}

describe("planted tastes", () => {
  it("name genres, themes and directors that the films have", () => {
    const known = new Set(films.flatMap((film) => [...film.genres, ...film.themes, ...film.directors]));
    const named = tastes.flatMap((taste) => [...Object.keys(taste.genres), ...taste.themes, ...taste.directors]);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  it("show in the stars: lovers of horror rate it a star above romance, lovers of musicals above crime", () => {
    expect(gap("night terrors", "horror", "romance")).toBeGreaterThan(1);
    expect(gap("song and dance", "musical", "crime")).toBeGreaterThan(1);
    expect(gap("romantics", "horror", "romance")).toBeLessThan(-1);
  });

  it("show in what is seen: half of what lovers of horror see is horror, and lovers of musicals see less of it", () => {
    const share = (taste: string, genre: string) => {
      const all = viewers.filter((viewer) => strongest[viewer] === taste).length;
      return rowsOf(taste, genre).length / all;
    };
    expect(share("night terrors", "horror")).toBeGreaterThan(0.4);
    expect(share("song and dance", "horror")).toBeLessThan(0.05);
  });

  it("are the truth that the stars follow, beside each viewer's level and noise", () => {
    const planted = Array.from({ length: 200 }, (_, viewer) => audience.plantedStars(viewer));
    const rows = Array.from(viewers.keys()).filter((row) => viewers[row] < planted.length);
    const truth = rows.map((row) => planted[viewers[row]][movies[row]]);
    expect(
      correlation(
        truth,
        rows.map((row) => halfStars[row]),
      ),
    ).toBeGreaterThan(0.65);
  });

  it("give each viewer odds that add up to 1", () => {
    for (const viewer of [0, 1, 2]) {
      expect(audience.plantedOdds(viewer).reduce((sum, odds) => sum + odds, 0)).toBeCloseTo(1, 9);
      expect(audience.tastesOf(viewer).reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
    }
  });
});

function correlation(left: readonly number[], right: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [leftMean, rightMean] = [mean(left), mean(right)];
  let product = 0;
  let leftSquares = 0;
  let rightSquares = 0;
  for (const [index, value] of left.entries()) {
    product += (value - leftMean) * (right[index] - rightMean);
    leftSquares += (value - leftMean) ** 2;
    rightSquares += (right[index] - rightMean) ** 2;
  }
  return product / Math.sqrt(leftSquares * rightSquares);
}
