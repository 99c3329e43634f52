/** Having rated counts 1, stars above 3 more and below 3 less; a dislike never counts against what is near. */
export const ratingWeight = (stars: number, starWeight: number): number => Math.max(0, 1 + starWeight * (stars - 3));
