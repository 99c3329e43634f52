/** Having watched counts 1, stars above 3 more and below 3 less; a dislike never counts against what is near. */
export function watchingWeight(stars: number, starWeight: number): number {
  return Math.max(0, 1 + starWeight * (stars - 3));
}
