// Ratings as words and figures: stars run from ½ to 5 in half steps.

/** "4½ stars", "1 star", "½ star". */
export function formatStars(stars: number): string {
  const whole = Math.floor(stars);
  const half = stars - whole >= 0.5 ? "½" : "";
  return `${whole === 0 && half ? "" : whole}${half} ${stars <= 1 ? "star" : "stars"}`;
}

/** One decimal, as predictions and averages are shown: "4.2". */
export function formatFigure(stars: number): string {
  return stars.toLocaleString("en-US", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

/** Where stars lie on the scale from ½ to 5, as a share of its width. */
export function positionOnScale(stars: number): number {
  return Math.min(1, Math.max(0, (stars - 0.5) / 4.5));
}
