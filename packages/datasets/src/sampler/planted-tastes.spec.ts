import { describe, expect, it } from "vitest";
import { simulateAudience } from "./audience.ts";
import { samplerAudienceFilms } from "./sampler.ts";

const films = samplerAudienceFilms();
const viewerCount = 2_000;
const audience = simulateAudience({ films, viewerCount, seed: 1902 });

describe("planted tastes", () => {
  it("plants tastes that show: lovers of horror rate it a star above romance, lovers of musicals above crime", () => {
    expect(gap("night terrors", "horror", "romance")).toBeGreaterThan(1);
    expect(gap("song and dance", "musical", "crime")).toBeGreaterThan(0.5);
    expect(gap("romantics", "horror", "romance")).toBeLessThan(-1);
  });

  it("rates by the truth it plants", () => {
    const { viewers, movies, halfStars } = audience.ratings;
    const truth = Array.from(viewers, (viewer, rating) => audience.plantedAffinity(viewer, movies[rating]));
    expect(correlation(truth, Array.from(halfStars))).toBeGreaterThan(0.7);
  });

  it("hides likes that popularity finds far less often than the planted affinity", () => {
    const { viewers, movies, halfStars } = audience.ratings;
    const counts = new Map<number, number>();
    const byViewer = Map.groupBy(viewers.keys(), (rating) => viewers[rating]);
    const heldOut = Array.from({ length: viewerCount }, (_, viewer) => {
      const own = byViewer.get(viewer)!;
      const [train, test] = [own.slice(0, own.length * 0.8), own.slice(own.length * 0.8)];
      for (const rating of train) counts.set(movies[rating], (counts.get(movies[rating]) ?? 0) + 1);
      return {
        seen: new Set(train.map((rating) => movies[rating])),
        liked: new Set(test.filter((rating) => halfStars[rating] >= 8).map((rating) => movies[rating])),
      };
    });
    const byPopularity = ndcgAt10(heldOut, (_, film) => counts.get(film) ?? 0);
    const byTruth = ndcgAt10(heldOut, audience.plantedAffinity);
    expect(byTruth).toBeGreaterThan(0.25);
    expect(byPopularity).toBeLessThan(0.6 * byTruth);
  });
});

interface HeldOut {
  readonly seen: ReadonlySet<number>;
  readonly liked: ReadonlySet<number>;
}

/** Over all films not seen in training; viewers without a held-out like do not count. */
function ndcgAt10(heldOut: readonly HeldOut[], score: (viewer: number, film: number) => number): number {
  const values = heldOut.flatMap(({ seen, liked }, viewer) => {
    if (liked.size === 0) return [];
    const scores = films.map((_, film) => score(viewer, film));
    const list = [...films.keys()].filter((film) => !seen.has(film)).sort((a, b) => scores[b] - scores[a]);
    const gain = list
      .slice(0, 10)
      .reduce((sum, film, rank) => sum + (liked.has(film) ? 1 / Math.log2(rank + 2) : 0), 0);
    const ideal = Array.from({ length: Math.min(10, liked.size) }, (_, rank) => 1 / Math.log2(rank + 2));
    return [gain / ideal.reduce((sum, value) => sum + value, 0)];
  });
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Mean stars of one genre minus another's, by the viewers whose strongest taste is this. */
function gap(taste: string, genre: string, other: string): number {
  const { viewers, movies, halfStars } = audience.ratings;
  const mean = (wanted: string) => {
    const stars = Array.from(halfStars, (value) => value / 2).filter(
      (_, rating) =>
        audience.viewerTastes[viewers[rating]][0].name === taste && films[movies[rating]].genres.includes(wanted),
    );
    return stars.reduce((sum, value) => sum + value, 0) / stars.length;
  };
  return mean(genre) - mean(other);
}

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
